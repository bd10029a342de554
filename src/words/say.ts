import type {Language} from "./language.js";
import type {Report} from "./report.js";

/** One sentence in both languages, side by side; the view picks its own. */
export const say = ({language}: Pick<Report, "language">, text: Readonly<Record<Language, string>>): string =>
  text[language];

/** Items as a list in a sentence: "甲、乙" or "a, b". */
export const listed = ({language}: Pick<Report, "language">, items: readonly string[]): string =>
  items.join(language === "zh" ? "、" : ", ");
