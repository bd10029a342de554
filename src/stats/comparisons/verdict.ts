/** clear: sure and large · small: sure, but below what matters · none: surely below what matters · unknown: cannot tell. */
export type Verdict = "clear" | "small" | "none" | "unknown";

export interface Change {
  readonly difference: number;
  /** 95 % limits */
  readonly low: number;
  readonly high: number;
  /** 90 % limits, for "no material change" (two one-sided tests, Schuirmann 1987) */
  readonly low_90: number;
  readonly high_90: number;
  /** smallest change that matters, same unit (report default: 3 points CSAT, 5 points NPS) */
  readonly delta: number;
  /** Benjamini-Hochberg p-value within the declared family; without it the interval alone decides */
  readonly p_adjusted?: number;
}

/**
 * What may be said of a difference. "No difference" is never said: silence of the data is "cannot tell".
 * @example verdict({difference: 0.06, low: 0.02, high: 0.1, low_90: 0.03, high_90: 0.09, delta: 0.03}) // => "clear"
 */
export function verdict({difference, low, high, low_90, high_90, delta, p_adjusted}: Change): Verdict {
  const isSure = (low > 0 || high < 0) && !(p_adjusted !== undefined && !(p_adjusted <= 0.05));
  if (isSure) return Math.abs(difference) >= delta ? "clear" : "small";
  return low_90 > -delta && high_90 < delta ? "none" : "unknown";
}

/**
 * The verdict in words; the base is named where it is the reason that nothing can be told.
 * @example verdictText("unknown", {n: 42}).en // => "cannot tell with n = 42"
 */
export function verdictText(kind: Verdict, {n}: {readonly n: number}): {readonly zh: string; readonly en: string} {
  if (kind === "clear") return {zh: "明显变化", en: "clear change"};
  if (kind === "small") return {zh: "有变化，但幅度小", en: "real but small"};
  if (kind === "none") return {zh: "未见实质变化", en: "no material change shown"};
  return {zh: `样本量 ${n}，尚不能判断`, en: `cannot tell with n = ${n}`};
}
