import type {Language} from "./language.js";

/** Why the readers did not take a record or cell as it came. */
export const readerReasons = {
  too_few_cells: {zh: "单元格数少于表头", en: "fewer cells than the header"},
  too_many_cells: {zh: "单元格数多于表头", en: "more cells than the header"},
  broken_quotes: {zh: "引号不成对", en: "quotes do not match"},
  stray_quote: {zh: "多余的引号，已按原文保留", en: "a stray quote, kept as a character"},
  undecodable_bytes: {zh: "含有无法按该编码解读的字节", en: "holds bytes that are not text in this encoding"},
  nul_character: {zh: "含有空字符（NUL）", en: "holds a NUL character"},
  record_too_long: {zh: "记录过长", en: "the record is too long"},
  totals_row: {zh: "合计行", en: "a totals row"},
  page_line: {zh: "页码行", en: "a line of page numbers"},
  preamble: {zh: "表头之前的行", en: "a line above the header"},
  second_header: {zh: "表头的又一行", en: "one more line of the header"},
  repeated_header: {zh: "重复出现的表头", en: "the header once more"},
  formula_without_value: {zh: "公式没有保存结果", en: "a formula without a stored result"},
  error_cell: {zh: "单元格是错误值", en: "the cell shows an error"},
  not_json: {zh: "不是合法的 JSON", en: "not valid JSON"},
  not_an_object: {zh: "不是一个 JSON 对象", en: "not a JSON object"},
  not_corrected: {zh: "退回的行还没有改正", en: "a returned row that is still as it was"},
  cell_beyond_header: {zh: "表头之外还有内容", en: "content beyond the last header"},
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** Why the mapping, or a check on the value, did not. */
const mappingReasons = {
  missing_key: {zh: "缺少编号，无法成为一条记录", en: "no id, so it cannot be a record"},
  duplicate_key: {zh: "同一文件里编号重复，保留最后一条", en: "the id occurs again in its file; the last one is kept"},
  not_id: {
    zh: "编号太长，电子表格按数字保存时丢失了末几位（如 5.70E+17、570306000000120000）",
    en: "the id is too long for a number: a spreadsheet lost its last digits (5.70E+17, 570306000000120000)",
  },
  not_date: {
    zh: "没有日期，或不是日期，或与映射写的格式不符",
    en: "no date, or not a date, or not in the format the mapping names",
  },
  not_answered: {zh: "没有作答：既无日期也无评分", en: "not answered: neither a date nor a score"},
  replaced: {zh: "被后来交付的同一条记录取代", en: "replaced by a later delivery of the same record"},
  other_record: {
    zh: "编号与另一条日期不同的记录相同，不能并作一条",
    en: "the id stands for another record, of another date, too",
  },
  not_timestamp: {zh: "不是时间，或与映射写的格式不符", en: "not a time, or not in the format the mapping names"},
  not_decimal: {zh: "不是数字", en: "not a number"},
  not_weight: {zh: "不是 0 以上的数字", en: "not a number of 0 or more"},
  not_integer: {zh: "不是整数", en: "not a whole number"},
  not_boolean: {zh: "不是“是/否”", en: "not yes or no"},
  not_text: {zh: "取值无法转成映射要求的内容", en: "the value has no translation in the mapping"},
  not_list: {zh: "取值无法拆成列表", en: "the value is no list"},
  unknown_value: {zh: "取值不在允许范围内", en: "not one of the allowed values"},
  outside_scale: {zh: "评分超出量表范围", en: "the score lies outside its scale"},
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

const all: Readonly<Record<string, Readonly<Record<Language, string>>>> = {...readerReasons, ...mappingReasons};

/** The reason in words; a code that has none stands as it is. */
export const rejectReason = (code: string, {language}: {language: Language}): string => all[code]?.[language] ?? code;

export const rejectReasonCodes: readonly string[] = Object.keys(all);
