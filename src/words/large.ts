import type {Language} from "./language.js";

interface Step {
  readonly factor: number;
  /** As it follows a number on an axis, at a bar or in a cell. */
  readonly short: string;
  /** As it is said in a sentence, before the currency. */
  readonly long: string;
}

/** By what large numbers are said, the largest first; a sentence says no thousands. */
const steps: Readonly<Record<Language, readonly Step[]>> = {
  zh: [
    {factor: 1e8, short: "亿", long: " 亿"},
    {factor: 1e4, short: "万", long: " 万"},
  ],
  en: [
    {factor: 1e9, short: "B", long: " billion"},
    {factor: 1e6, short: "M", long: " million"},
    {factor: 1e3, short: "K", long: " thousand"},
  ],
};

/** From here on a number is said by its step: six digits are read at a glance in English, five in Chinese. */
const long: Readonly<Record<Language, number>> = {zh: 1e5, en: 1e6};

/** The largest step that a number reaches; none where it is less than the smallest. */
const stepOf = (value: number, language: Language): Step | undefined =>
  steps[language].find(({factor}) => Math.abs(value) >= factor);

const written = (value: number, {least, most}: {least: number; most: number}): string =>
  value.toLocaleString("en-US", {minimumFractionDigits: least, maximumFractionDigits: most}).replace("-", "−");

/**
 * A number of six digits and more by three of them: 127万, 1.23亿, 1.27M; undefined where it is less.
 *
 * @param spoken in the words of a sentence, "1.27 million"; defaults to false
 * @example formatLarge(1_272_000, {language: "zh"}) // "127万"
 * @example formatLarge(1_272_000, {language: "en", spoken: true}) // "1.27 million"
 */
export function formatLarge(
  value: number,
  {language, spoken = false}: {language: Language; spoken?: boolean},
): string | undefined {
  const step = Math.abs(value) >= long[language] ? stepOf(value, language) : undefined;
  if (!step) return undefined;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) / step.factor)));
  return `${written(value / step.factor, {least: 0, most: digits})}${spoken ? step.long : step.short}`;
}

/**
 * A number short enough for an axis or a card: 2.3万, 1.2亿 in Chinese, 23K, 120M in English.
 *
 * @param step how far the ticks of its axis are apart, so that neighbours differ; defaults to one decimal
 * @example formatCompact(23000, {language: "zh"}) // "2.3万"
 * @example formatCompact(1_250_000, {language: "en", step: 50_000}) // "1.25M"
 */
export function formatCompact(value: number, {language, step}: {language: Language; step?: number}): string {
  const by = stepOf(value, language);
  const factor = by?.factor ?? 1;
  const digits = step === undefined ? 1 : Math.min(4, Math.max(0, Math.ceil(-Math.log10(step / factor) - 1e-9)));
  return `${written(value / factor, {least: 0, most: digits})}${by?.short ?? ""}`;
}

/**
 * How the amounts of one column are written: all by the same step where the largest has eight digits and more, so that
 * they can be compared down the column. What is too small for the step stands as it is.
 *
 * @example largeColumn([123_456_789, 20_000, 300], {language: "zh"})?.(20_000) // "2.0万"
 */
export function largeColumn(
  values: readonly unknown[],
  {language}: {language: Language},
): ((value: number) => string | undefined) | undefined {
  const most = values.reduce<number>((top, value) => Math.max(top, typeof value === "number" ? Math.abs(value) : 0), 0);
  const step = most < 1e7 ? undefined : steps[language].find(({factor}) => most >= factor * 10);
  if (!step) return undefined;
  const digits = step.factor === 1e4 ? 1 : 2;
  return (value) =>
    Math.abs(value) < step.factor / 2 / 10 ** digits
      ? undefined
      : `${written(value / step.factor, {least: digits, most: digits})}${step.short}`;
}
