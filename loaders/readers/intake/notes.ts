import type {FileNote} from "./types.js";

/** What can be said about a file without rejecting anything. Values in {braces} are filled in. */
const texts = {
  preamble: ["表头之前有 {rows} 行，已搁置：{text}", "{rows} line(s) above the header, set aside: {text}"],
  no_header: ["没有找到表头，列名为 c1、c2……：{text}", "no header line found, the columns are c1, c2 …: {text}"],
  duplicate_header: ["表头重复：{names}", "headers that occur twice: {names}"],
  empty_header: ["{count} 列没有表头：{names}", "{count} column(s) without a header: {names}"],
  blank_rows: ["{rows} 个空行（首个在第 {first} 行）", "{rows} blank row(s), the first is row {first}"],
  phantom_rows: ["末尾 {rows} 个空行不计", "{rows} empty row(s) at the end are not counted"],
  phantom_columns: ["声明 {declared} 列，有表头的 {named} 列", "{declared} columns declared, {named} have a header"],
  stray_quotes: ["{rows} 行含多余的引号，已按原文保留", "{rows} row(s) hold a stray quote, kept as it stands"],
  replacement: ["{rows} 行含有替换符 �，来源已损坏", "{rows} row(s) hold �, damaged before they came here"],
  other_sheets: ["还有其他工作表未读取：{names}", "other sheets were not read: {names}"],
  merged: ["{count} 处合并单元格", "{count} merged range(s)"],
  merged_down: [
    "{count} 个单元格取了上方合并单元格的内容",
    "{count} cell(s) took the content of the merged cell above",
  ],
  merged_numbers: [
    "{count} 个单元格属于上方合并的数字，留空：一个金额不能算成多个",
    "{count} cell(s) belong to a merged number above and stay empty: one amount is not several",
  ],
  hidden_rows: [
    "{count} 行被隐藏（筛选或手工），与其他行一样计入",
    "{count} hidden row(s) (a filter, or by hand), counted like all others",
  ],
  computed: [
    "{count} 个公式没有保存结果，已按同一行的四则运算算出",
    "{count} formula(s) had no stored result; computed from the same row",
  ],
  second_header: [
    "表头下还有 {rows} 行属于表头（题目、单位或编号），已搁置；若要拼进列名，请写 header_rows: {all}",
    "{rows} line(s) below the header belong to it (questions, units or ids), set aside; to make them part of the names, say header_rows: {all}",
  ],
  empty_file: ["文件为空", "the file is empty"],
  guessed_encoding: [
    "按内容判断编码为 {encoding}；不对时请在映射中写 encoding",
    "read as {encoding}, judged by the content; if wrong, say encoding in the mapping",
  ],
  mixed_newlines: ["换行符不统一", "line endings are mixed"],
  trailing_delimiter: [
    "{rows} 行末尾多出空的单元格，已略去",
    "{rows} row(s) end with empty cells beyond the header, left out",
  ],
  text_formulas: [
    '{count} 个单元格写作 ="…"，已取引号内的内容',
    '{count} cell(s) written as ="…", read as what the quotes hold',
  ],
  returned_rows: [
    "退回后重新放入的拒收行：改过的行优先于原行",
    "rejected rows dropped in again: those corrected go before the rows they came from",
  ],
  same_file: ["内容与 {name} 逐字节相同，只读一次", "the same as {name}, byte by byte; it is read once"],
  replaced_by_name: [
    "{rows} 行在后来交付的文件（按文件名先后：{by}）里又有，以后来的为准",
    "{rows} row(s) come again in a later delivery (by the order of names: {by}), which counts",
  ],
  replaced_by_time: [
    "{rows} 行在后来交付的文件（文件名看不出先后，按文件时间：{by}）里又有，以后来的为准",
    "{rows} row(s) come again in a later delivery (the names tell no order; by the files' time: {by}), which counts",
  ],
  replaced_by_update: [
    "{rows} 行有更新时间更晚的同一条记录（{by}），以更晚的为准",
    "{rows} row(s) have a later update of the same record ({by}), which counts",
  ],
  later: [
    "{rows} 行属于 {month} 以后，报告只说到 {month}，已搁置",
    "{rows} row(s) are later than {month}, where the report ends: set aside",
  ],
  null_words: ["{count} 个单元格写着 {words}，按空白处理", "{count} cell(s) say {words} and are read as empty"],
  doubtful_words: [
    "“{column}”里的 {words} 按普通取值保留；若表示空白，请在映射里写 na: [{words}]",
    '{words} in "{column}" stand as values; if they mean empty, say na: [{words}] in the mapping',
  ],
  short_clocks: [
    '“{column}”里 {count} 个两段的时长按“分:秒”读（05:30 = 330 秒）；若是“时:分”，请写 number: "hh:mm"',
    '{count} durations of two parts in "{column}" are read as minutes and seconds (05:30 = 330 s); if they are hours and minutes, say number: "hh:mm"',
  ],
  spellings: [
    "“{column}”里同一名称有全角、空格或不可见字符的不同写法，已合并：{names}",
    'spellings of one name in "{column}" that differ in width, blanks or invisible characters are taken as one: {names}',
  ],
  near_names: [
    "“{column}”里有几乎相同的名称，仍分开统计：{names}；若是同一个，请在映射的 values: 里归并",
    'names in "{column}" that are almost the same are counted apart: {names}; if they are one, unite them under values: in the mapping',
  ],
  mixed_percent: [
    '“{column}”里有 {signs} 格带 %，另有 {bare} 格不带 % 且不超过 1（如 {example}），都按 unit: "%" 除以 100；若它们本来就是小数，请把两种分开导出',
    'in "{column}" {signs} cell(s) bear a % and {bare} others without one are at most 1 (such as {example}); all are divided by 100 by unit: "%"; where those are fractions already, have the two exported alike',
  ],
  written_in: [
    "“{column}”里 {count} 个选项附有填写内容（〖…〗），统计时只取选项",
    '{count} answers in "{column}" have something written in (〖…〗); the option alone is counted',
  ],
  column_absent: [
    "没有“{column}”列（其他文件有），这里按空白处理",
    'no column "{column}" (other files have it); it is empty here',
  ],
  column_new: ["新出现的列，映射没有读取：{names}", "new columns that the mapping does not read: {names}"],
  column_emptied: [
    "“{column}”从前有值，这几个月全部为空：{months}；由它算出的数字在这几个月里不可信",
    '"{column}" had values before and is empty in all records of {months}; numbers made from it do not hold there',
  ],
  other_month: [
    "文件名说是 {month}，里面一条那个月的记录也没有，只有 {found}；请核对是不是导错了月份",
    "its name says {month}, and it holds no record of that month, only of {found}; was another month exported?",
  ],
  mixed_money: [
    "“{column}”里有几种货币（{found}），照数字相加，没有换算；请换算成一种再导出，或用 where: 只取一种",
    'several currencies stand in "{column}" ({found}); the numbers are added as they are, nothing is converted: have them exported in one, or take one of them by where:',
  ],
  words_left_out: [
    "“{column}”里 {count} 格写着 values: 没有的词，按 other: blank 当作没有：{words}",
    '{count} cell(s) of "{column}" say what values: does not name, read as nothing by other: blank: {words}',
  ],
  column_repeated: [
    '“{column}”出现 {count} 次，只读第一列；要全部读取，请写 from: "{column}[*]"',
    '"{column}" stands over {count} columns, of which the first is read; to read all, say from: "{column}[*]"',
  ],
  no_date_mapped: [
    "映射没有 {column}：这些记录不属于任何月份{near}",
    "the mapping has no {column}: these records belong to no month{near}",
  ],
  no_key_mapped: [
    "映射没有 {column}：每行算一条记录，重复送来的认不出来{near}",
    "the mapping has no {column}: every row is a record, and one that comes twice counts twice{near}",
  ],
  no_status_mapped: [
    "映射没有 {column}：看不出哪些已经办结{near}",
    "the mapping has no {column}: which are closed is not known{near}",
  ],
  no_kind_mapped: [
    "映射没有说问题的种类（{column}），由问题代码看出：overall 是满意度，recommend 是 NPS，effort 是 CES，其余是分项评分；只有一道题的是满意度{near}",
    "the mapping does not say the kind of question ({column}), so its code does: overall is satisfaction, recommend NPS, effort CES, any other a rating; an only question is satisfaction{near}",
  ],
  equal_rows: [
    "{rows} 行与前面的行每一格都相同（首个在第 {first} 行）；映射没有编号，分不清是不是重复，都计入",
    "{rows} row(s) are the same as an earlier one in every cell (the first is row {first}); no id is mapped that could tell a repeat, so all count",
  ],
  shortened_ids: [
    "{count} 个编号（{column}）与另一个文件里同一天的只差前面的零（如 {padded} / {short}），各算一条；多半是电子表格去掉了零，请以文本重新导出",
    "{count} id(s) ({column}) differ from those of another file only by zeros in front, on the same day (such as {padded} / {short}), and count apart; a spreadsheet probably took the zeros off: have the file exported again as text",
  ],
  alike_ids: [
    "{count} 个编号（{column}）在 {others} 里也有，是两个系统各自的编号，按来源分开计",
    "{count} id(s) ({column}) occur in {others} too: two systems number alike, so they are told apart by their source",
  ],
  customers_spelled: [
    "{count} 个客户编号与客户资料里的只是写法不同（{here} / {there}），对不上：共 {rows} 条记录的客户不在资料里，没有大区、细分等；请让两边写法一致（如 prefix:，或以文本重新导出）",
    "{count} customer id(s) differ from those of the customer list only in how they are written ({here} / {there}) and do not meet: {rows} record(s) name customers that the list lacks, so they have no region or segment; write them alike (prefix:, or export again as text)",
  ],
  customers_unknown: [
    "{rows} 条记录的客户（{ids} 个编号，如 {example}）不在客户资料里，没有大区、细分等",
    "{rows} record(s) name customers ({ids} ids, such as {example}) that the customer list lacks, so they have no region or segment",
  ],
  headline_item: [
    "只有一道满意度题“{item}”，当作总体满意度",
    'the only satisfaction question is "{item}"; it stands for overall satisfaction',
  ],
  no_headline: [
    "满意度题有 {items}，没有一道叫 overall，总体满意度暂缺；请在 {place_zh}把代表总体的那一道改名为 overall",
    "the satisfaction questions are {items}, none of them called overall, so there is no overall satisfaction; at {place_en} call the one that stands for it overall",
  ],
  left_in_table: [
    "{rows} 行早于 {day}，留在表里没有读，已搁置",
    "{rows} row(s) before {day} stay in the table, counted and set aside",
  ],
  stays_there: [
    "{rows} 行留在集群，在那里数；来到这里的只有合计和短清单",
    "{rows} row(s) stay in the cluster and are counted there; sums and short lists alone came here",
  ],
  nested_skipped: ["压缩包内未读取：{names}", "not read inside the archive: {names}"],
} as const satisfies Record<string, readonly [string, string]>;

export type NoteCode = keyof typeof texts;

/** A note with its values filled in. */
export function note(code: NoteCode, values: Record<string, string | number> = {}): FileNote {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
  return {code, zh: fill(texts[code][0]), en: fill(texts[code][1])};
}
