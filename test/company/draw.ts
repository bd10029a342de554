import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";

const SEED = 20261031;

/** Seeded draws; only + − × ÷ √ are used, so every machine draws the same. */
export interface Draw {
  readonly unit: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly weighted: <T>(pairs: readonly (readonly [T, number])[]) => T;
  /** Roughly normal: the sum of twelve uniform draws. */
  readonly normal: (mean: number, deviation: number) => number;
  readonly exponential: (mean: number) => number;
  readonly poisson: (mean: number) => number;
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

/** An independent stream for each label, so that changing one table leaves the others alone. */
export function drawFor(label: string): Draw {
  let seed = 0x811c9dc5 ^ SEED;
  for (const letter of label) seed = Math.imul(seed ^ letter.codePointAt(0)!, 0x01000193);
  const generator = xoroshiro128plus(seed | 0);
  const unit = () => uniformFloat64(generator);
  const exponential = (mean: number) => -naturalLog(1 - unit()) * mean;
  const draw: Draw = {
    unit,
    int: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    pick: (list) => list[Math.floor(unit() * list.length)]!,
    weighted: (pairs) => {
      let left = unit() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of pairs) {
        left -= weight;
        if (left < 0) return value;
      }
      return pairs[pairs.length - 1]![0];
    },
    normal: (mean, deviation) => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += unit();
      return mean + deviation * sum;
    },
    exponential,
    poisson: (mean) => {
      let count = 0;
      for (let elapsed = exponential(1); elapsed < mean; elapsed += exponential(1)) count++;
      return count;
    },
    shuffled: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(unit() * (i + 1));
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
  return draw;
}

/** ln x for x > 0 by halving and the atanh series: Math.log may differ in its last digit between engines. */
function naturalLog(x: number): number {
  let power = 0;
  let rest = x;
  while (rest < Math.SQRT1_2) {
    rest *= 2;
    power--;
  }
  while (rest > Math.SQRT2) {
    rest /= 2;
    power++;
  }
  const ratio = (rest - 1) / (rest + 1);
  let term = ratio;
  let sum = 0;
  for (let odd = 1; odd < 40; odd += 2) {
    sum += term / odd;
    term *= ratio * ratio;
  }
  return 2 * sum + power * Math.LN2;
}
