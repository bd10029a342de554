import type {Blocks} from "../numbers/block-bootstrap.js";
import type {DriverCorrelations} from "./shapley-parts.js";

/**
 * Sums of products over groups of customers: all that driver analysis needs, however many answers there are.
 * With v = (1, y, x1 ... xp) a block holds sum v_i v_j for i <= j, row by row: n, sum y, sum x1 ..., sum yy, sum y x1 ...
 * A block has (p + 2)(p + 3)/2 sums. SQL makes the same with one `group by customer_number % 4000` and whole-number sums.
 */
export interface MomentBlocks extends Blocks {
  readonly drivers: number;
}

/** One complete answer: the outcome first, then the drivers. */
export interface DriverAnswer {
  readonly customer: string | number;
  readonly values: readonly number[];
  /** defaults to 1 */
  readonly weight?: number;
}

/**
 * Adds answers up by customer, customers dealt out in turn to at most 4,000 blocks. With fewer customers a block is one
 * customer; with more it is a random group, and resampling groups gives the same spread as resampling customers.
 * @example momentBlocks([{customer: 1, values: [2, 3]}]).sums // => [1, 2, 3, 4, 6, 9]
 */
export function momentBlocks(
  answers: Iterable<DriverAnswer>,
  {blocks = 4000}: {/** most blocks; defaults to 4000 */ readonly blocks?: number} = {},
): MomentBlocks {
  const order = new Map<string | number, number>();
  const sums: Float64Array[] = [];
  let drivers = 0;
  for (const {customer, values, weight = 1} of answers) {
    drivers = values.length - 1;
    let turn = order.get(customer);
    if (turn === undefined) {
      turn = order.size % blocks;
      order.set(customer, order.size);
    } else turn %= blocks;
    let block = sums[turn];
    if (!block) {
      block = new Float64Array(((drivers + 2) * (drivers + 3)) / 2);
      sums[turn] = block;
    }
    let at = 0;
    for (let i = -1; i <= drivers; i++) {
      const left = i < 0 ? weight : weight * values[i]!;
      for (let j = i; j <= drivers; j++) block[at++]! += left * (j < 0 ? 1 : values[j]!);
    }
  }
  const size = ((drivers + 2) * (drivers + 3)) / 2;
  const all = new Float64Array(sums.length * size);
  for (const [i, block] of sums.entries()) all.set(block, i * size);
  return {drivers, size, sums: all};
}

/**
 * Correlations from one set of summed products, and the number of answers (or sum of weights) in it.
 * @example blockCorrelations(Float64Array.of(3, 6, 6, 14, 13, 14), 1) // => {n: 3, xy: [0.5], xx: [[1]]}
 */
export function blockCorrelations(sums: Float64Array, drivers: number): DriverCorrelations & {readonly n: number} {
  const width = drivers + 2;
  const at = (i: number, j: number) => sums[i * width - (i * (i - 1)) / 2 + (j - i)]!;
  const n = at(0, 0);
  const covariance = (i: number, j: number) => at(Math.min(i, j), Math.max(i, j)) - (at(0, i) * at(0, j)) / n;
  const sd = Array.from({length: width}, (_, i) => (i === 0 ? 1 : Math.sqrt(covariance(i, i))));
  const r = (i: number, j: number) => (i === j ? 1 : covariance(i, j) / (sd[i]! * sd[j]!));
  const indices = Array.from({length: drivers}, (_, i) => i + 2);
  return {n, xx: indices.map((i) => indices.map((j) => r(i, j))), xy: indices.map((i) => r(i, 1))};
}
