import type {Bilingual} from "../errors.js";

/** Why a record or cell was not taken as it came: code → sentence. Codes stand in `rejects.reason`. */
export const reasons = {
  too_few_cells: {zh: "单元格数少于表头", en: "fewer cells than the header"},
  too_many_cells: {zh: "单元格数多于表头", en: "more cells than the header"},
  broken_quotes: {zh: "引号不成对", en: "quotes do not match"},
  stray_quote: {zh: "多余的引号，已按原文保留", en: "a stray quote, kept as a character"},
  undecodable_bytes: {zh: "含有无法按该编码解读的字节", en: "holds bytes that are not text in this encoding"},
  nul_character: {zh: "含有空字符（NUL）", en: "holds a NUL character"},
  record_too_long: {zh: "记录过长", en: "the record is too long"},
  totals_row: {zh: "合计行", en: "a totals row"},
  repeated_header: {zh: "重复出现的表头", en: "the header once more"},
  formula_without_value: {zh: "公式没有保存结果", en: "a formula without a stored result"},
  error_cell: {zh: "单元格是错误值", en: "the cell shows an error"},
  not_json: {zh: "不是合法的 JSON", en: "not valid JSON"},
  not_an_object: {zh: "不是一个 JSON 对象", en: "not a JSON object"},
  cell_beyond_header: {zh: "表头之外还有内容", en: "content beyond the last header"},
} as const satisfies Record<string, Bilingual>;

export type Reason = keyof typeof reasons;
