/** A segment in two periods: k of n. */
export interface SegmentPeriods {
  readonly n0: number;
  readonly k0: number;
  readonly n1: number;
  readonly k1: number;
}

export interface Decomposition {
  readonly total: number;
  /** change because segments perform differently */
  readonly rate: number;
  /** change because the mix of segments differs */
  readonly mix: number;
  /** per segment; by_mix_centred reads with the right sign ("more of a poor segment" is negative) and sums to mix */
  readonly by_rate: readonly number[];
  readonly by_mix: readonly number[];
  readonly by_mix_centred: readonly number[];
}

/**
 * Change of a rate between two periods, split into performance and mix; the two add up to the change exactly and in
 * any order. Kitagawa, JASA 1955. A segment empty in one period is taken to perform there as in the other.
 * `k` may be a sum of scores instead of a count. NaN if a period is empty.
 * @example kitagawa([{n0: 200, k0: 120, n1: 400, k1: 248}, {n0: 300, k0: 210, n1: 400, k1: 288}, {n0: 500, k0: 425, n1: 200, k1: 174}]) // => {total: -0.045, rate: 0.02, mix: -0.065}
 */
export function kitagawa(segments: readonly SegmentPeriods[]): Decomposition {
  const all = (key: keyof SegmentPeriods) => segments.reduce((sum, segment) => sum + segment[key], 0);
  const [n0, n1] = [all("n0"), all("n1")];
  const [total0, total1] = [all("k0") / n0, all("k1") / n1];
  const parts = segments
    .map((segment) => {
      const p0 = segment.n0 > 0 ? segment.k0 / segment.n0 : segment.k1 / segment.n1;
      const p1 = segment.n1 > 0 ? segment.k1 / segment.n1 : p0;
      return {p0, p1, s0: segment.n0 / n0, s1: segment.n1 / n1, used: segment.n0 + segment.n1 > 0};
    })
    .map((part) => (part.used ? part : {...part, p0: 0, p1: 0}));
  const grand = (total0 + total1) / 2;
  const by_rate = parts.map(({p0, p1, s0, s1}) => ((p1 - p0) * (s1 + s0)) / 2);
  const by_mix = parts.map(({p0, p1, s0, s1}) => ((s1 - s0) * (p1 + p0)) / 2);
  const by_mix_centred = parts.map(({p0, p1, s0, s1}) => (s1 - s0) * ((p1 + p0) / 2 - grand));
  const sum = (values: readonly number[]) => values.reduce((running, value) => running + value, 0);
  return {total: total1 - total0, rate: sum(by_rate), mix: sum(by_mix), by_rate, by_mix, by_mix_centred};
}
