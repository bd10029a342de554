import type {Bilingual} from "../../src/words/language.js";

/** A line of a file that a person wrote. */
export const atLine = (file: string, line: number): Bilingual => ({
  zh: `${file} 第 ${line} 行`,
  en: `${file} line ${line}`,
});

/** A row of an exported file, as the spreadsheet counts. */
export const atRow = (file: string, row: number): Bilingual => ({zh: `${file} 第 ${row} 行`, en: `${file} row ${row}`});
