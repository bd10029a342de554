/**
 * Tier by value with damping: up at once when the value reaches a threshold, down one step only after two periods in a
 * row below 0.9 of the threshold of the tier held. A pure function of the history, so it is still one rule for all; print
 * raw and damped tier. `thresholds` ascend; tier 0 is below the first. Returns one pair per period.
 * @example dampedTiers([120, 95, 85, 85, 120], {thresholds: [100]}) // => [{raw: 1, damped: 1}, {raw: 0, damped: 1}, {raw: 0, damped: 1}, {raw: 0, damped: 0}, {raw: 1, damped: 1}]
 */
export function dampedTiers(
  values: readonly number[],
  {
    thresholds,
    slack = 0.9,
    periods = 2,
  }: {
    readonly thresholds: readonly number[];
    /** part of the threshold below which a period counts against the tier; defaults to 0.9 */
    readonly slack?: number;
    /** such periods in a row before the step down; defaults to 2 */
    readonly periods?: number;
  },
): {readonly raw: number; readonly damped: number}[] {
  const rawTier = (value: number) => thresholds.filter((threshold) => value >= threshold).length;
  let held = Number.NaN;
  let below = 0;
  return values.map((value) => {
    const raw = rawTier(value);
    if (Number.isNaN(held) || raw >= held) {
      held = raw;
      below = 0;
      return {raw, damped: held};
    }
    below = value < slack * thresholds[held - 1]! ? below + 1 : 0;
    if (below >= periods) {
      held -= 1;
      below = 0;
    }
    return {raw, damped: held};
  });
}
