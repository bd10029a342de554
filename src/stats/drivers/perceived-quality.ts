/** One attribute: its weight (stated importance or LMG share), our mean rating and the competitor's. */
export interface ProfileItem {
  readonly weight: number;
  readonly us: number;
  readonly competitor: number;
}

/**
 * Market-perceived quality (Gale, Managing Customer Value, 1994): ratio of weighted scores, Gale's own weighted mean of
 * ratios, and the importance-weighted gap per attribute. Print one of the two ratios and say which.
 * @example perceivedQuality([{weight: 20, us: 8.1, competitor: 7.5}, {weight: 40, us: 7.4, competitor: 8.2}, {weight: 30, us: 8.8, competitor: 8}, {weight: 10, us: 9, competitor: 8.6}]) // => {ratio_of_weighted: 1.0099502488, weighted_ratio: 1.0116267726, weighted_gap: 0.08}
 */
export function perceivedQuality(items: readonly ProfileItem[]): {
  readonly us: number;
  readonly competitor: number;
  readonly ratio_of_weighted: number;
  readonly weighted_ratio: number;
  readonly weighted_gap: number;
  readonly gaps: readonly number[];
} {
  const all = items.reduce((sum, {weight}) => sum + weight, 0);
  const mean = (value: (item: ProfileItem) => number) =>
    items.reduce((sum, item) => sum + item.weight * value(item), 0) / all;
  const us = mean((item) => item.us);
  const competitor = mean((item) => item.competitor);
  return {
    us,
    competitor,
    ratio_of_weighted: us / competitor,
    weighted_ratio: mean((item) => item.us / item.competitor),
    weighted_gap: us - competitor,
    gaps: items.map((item) => (item.weight / all) * (item.us - item.competitor)),
  };
}
