import {literal} from "../database/sql-text.js";

/** What a cell is read for: that decides which words say that it is empty. */
export type Role = "id" | "category" | "value" | "score" | "verbatim";

/** Databases, pandas and failed look-ups write these where there is nothing; nobody names a thing so. */
const always = [
  "NULL",
  "null",
  "Null",
  "(null)",
  "<null>",
  "\\N",
  "NaN",
  "nan",
  "NAN",
  "NaT",
  "<NA>",
  "#N/A",
  "#N/A N/A",
  "N/A#",
  "undefined",
  "(空)",
  "（空）",
  "(空白)",
  "（空白）",
  "空值",
  "(blank)",
  "0000-00-00", // MySQL's date for none
  "0000-00-00 00:00:00",
];
/** Empty where an id, a number or a date must be; as a category somebody may mean them. */
const elsewhere = [
  "None",
  "none",
  "NONE",
  "N/A",
  "n/a",
  "NA",
  "n.a.",
  "-",
  "--",
  "---",
  "—",
  "——",
  "–",
  "/",
  "无",
  "空",
  "暂无",
  "未知",
];
/** Formulas that failed: something was there. */
const errors = ["#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#ERROR!"];

/** Words that say in such a cell that it is empty. A survey says N/A by `na:`, so that it is counted as such. */
export const nullWords = (role: Role): readonly string[] =>
  role === "id" || role === "value" ? [...always, ...elsewhere] : always;

/** Words that may say so, but stand as a category. */
export const doubtfulWords: readonly string[] = [
  "None",
  "none",
  "NONE",
  "N/A",
  "n/a",
  "NA",
  "n.a.",
  "-",
  "--",
  "—",
  "——",
];

export const errorWords: readonly string[] = errors;

/** All of them, for a look at whether a column has any. */
export const specialWords: readonly string[] = [...always, ...elsewhere, ...errors];

/** SQL list of words. */
export const wordList = (words: readonly string[]): string => `(${words.map(literal).join(", ")})`;
