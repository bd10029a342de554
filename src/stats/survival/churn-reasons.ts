/** Counts of one reason among lost customers; the honest range of its share is sole to any. */
export interface ReasonCount {
  readonly reason: string;
  readonly any: number;
  readonly sole: number;
  readonly fractional: number;
  readonly share_of_known: number;
}

/**
 * Reasons with several marks per customer (Keaveney 1995): named at all (adds up to more than all), named alone, and
 * split 1/k among the k named (adds up to the customers with a known reason). No mark: unknown, its own bar.
 * @example churnReasons([["price"], ["price", "service"], []]) // => {n: 3, unknown: 1, reasons: [{reason: "price", any: 2, sole: 1, fractional: 1.5, share_of_known: 0.75}, {reason: "service", any: 1, sole: 0, fractional: 0.5}]}
 */
export function churnReasons(records: readonly (readonly string[])[]): {
  readonly n: number;
  readonly unknown: number;
  readonly reasons: readonly ReasonCount[];
} {
  const known = records.map((marks) => new Set(marks)).filter((marks) => marks.size > 0);
  const counts = new Map<string, {any: number; sole: number; fractional: number}>();
  for (const marks of known) {
    for (const reason of marks) {
      const count = counts.get(reason) ?? {any: 0, sole: 0, fractional: 0};
      count.any += 1;
      count.sole += marks.size === 1 ? 1 : 0;
      count.fractional += 1 / marks.size;
      counts.set(reason, count);
    }
  }
  const reasons = [...counts]
    .map(([reason, count]) => ({reason, ...count, share_of_known: count.fractional / known.length}))
    .sort((a, b) => b.fractional - a.fractional || (a.reason < b.reason ? -1 : 1));
  return {n: records.length, unknown: records.length - known.length, reasons};
}

/**
 * Limits of a destination's or reason's share when `unknown` of n may or may not belong to it.
 * @example unknownBounds({known: 30, unknown: 20, n: 100}) // => {low: 0.3, high: 0.5}
 */
export function unknownBounds({
  known,
  unknown,
  n,
}: {
  readonly known: number;
  readonly unknown: number;
  readonly n: number;
}): {readonly low: number; readonly high: number} {
  return {low: known / n, high: (known + unknown) / n};
}
