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
  nested_skipped: ["压缩包内未读取：{names}", "not read inside the archive: {names}"],
} as const satisfies Record<string, readonly [string, string]>;

export type NoteCode = keyof typeof texts;

/** A note with its values filled in. */
export function note(code: NoteCode, values: Record<string, string | number> = {}): FileNote {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
  return {code, zh: fill(texts[code][0]), en: fill(texts[code][1])};
}
