import type {ReportView} from "../facts/view.js";
import type {Language} from "../figures/figure.js";

/** One sentence in both languages, side by side; the view picks its own. */
export const say = ({language}: Pick<ReportView, "language">, text: Readonly<Record<Language, string>>): string =>
  text[language];

/** Items as a list in a sentence: "甲、乙" or "a, b". */
export const listed = ({language}: Pick<ReportView, "language">, items: readonly string[]): string =>
  items.join(language === "zh" ? "、" : ", ");
