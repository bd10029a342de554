import type {RandomSource} from "../../src/stats/numbers/seeded-random.js";

/** Random numbers of the usual shapes, for simulations. */
export interface Draws {
  readonly uniform: (from: number, to: number) => number;
  readonly normal: () => number;
  readonly exponential: (mean: number) => number;
  readonly isTrue: (p: number) => boolean;
  readonly binomial: (n: number, p: number) => number;
  readonly poisson: (mean: number) => number;
  readonly beta: (a: number, b: number) => number;
  /** counts of the categories of n answers */
  readonly multinomial: (n: number, shares: readonly number[]) => number[];
}

export function draws(random: RandomSource): Draws {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const isTrue = (p: number) => random() < p;
  const binomial = (n: number, p: number) => {
    let k = 0;
    for (let i = 0; i < n; i++) if (random() < p) k++;
    return k;
  };
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - random()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return {
    uniform: (from, to) => from + (to - from) * random(),
    normal,
    exponential: (mean) => -mean * Math.log(1 - random()),
    isTrue,
    binomial,
    poisson: (mean) => {
      let [k, time] = [-1, 0];
      while (time < mean) {
        time -= Math.log(1 - random());
        k++;
      }
      return k;
    },
    beta: (a, b) => {
      const x = gamma(a);
      return x / (x + gamma(b));
    },
    multinomial: (n, shares) => {
      const counts = shares.map(() => 0);
      for (let i = 0; i < n; i++) {
        let [u, j] = [random(), 0];
        while (j < shares.length - 1 && u >= shares[j]!) u -= shares[j++]!;
        counts[j]!++;
      }
      return counts;
    },
  };
}
