import type {Language} from "./language.js";
import type {Report} from "./report.js";

/** One sentence in both languages, side by side; the view picks its own. */
export const say = ({language}: Pick<Report, "language">, text: Readonly<Record<Language, string>>): string =>
  text[language];

/** Items as a list in a sentence: "甲、乙" or "a, b". */
export const listed = ({language}: Pick<Report, "language">, items: readonly string[]): string =>
  items.join(language === "zh" ? "、" : ", ");

/**
 * A number of things in English: "1 customer", "1,234 customers".
 *
 * @param many where it is not the word with an s
 */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
