import {z} from "zod";
import {blockCorrelations, type MomentBlocks} from "../../stats/drivers/moment-blocks.js";
import {sumOfBlocks} from "../../stats/numbers/block-bootstrap.js";
import {number, text} from "./columns.js";
import {type Delivered, mart} from "./table.js";

/** Sums of products of what the same customers answered: pairs of items, in blocks of customers. */
export const driverMoments = mart("driver_moments", {
  grain: ["block", "item", "other_item"],
  row: {block: number, item: text, other_item: text, total: number},
});
type Moment = Delivered<typeof driverMoments>;

/** What every bootstrap of the report is drawn with; printed where it is used. */
export const bootstrapSeed = 20260101;
/** Fewer for many drivers: each resample costs two to the power of their number. */
export const resamplesFor = (drivers: number) => (drivers > 8 ? 200 : 1000);

/** Complete answers in blocks of customers, and how many rated us overall. */
export interface DriverBlocks {
  readonly items: readonly string[];
  readonly blocks: MomentBlocks;
  readonly n: number;
  readonly asked: number;
}

export const driverStatus = z.enum(["", "too_few", "incomplete", "mixed", "weak"]);
export type DriverStatus = z.infer<typeof driverStatus>;

/**
 * "" where the shares may serve as weights; otherwise why not: too_few (Green 1991: 104 + drivers, and 150), incomplete
 * (under 70 % rated every item), mixed (an item is a mixture of others), weak (R² under .15).
 */
export function statusOf({items, n, asked}: DriverBlocks, r2: number | undefined): DriverStatus {
  if (n < Math.max(104 + items.length, 150)) return "too_few";
  if (n < 0.7 * asked) return "incomplete";
  if (r2 === undefined) return "mixed";
  return r2 >= 0.15 ? "" : "weak";
}

/** Summed products from SQL as blocks; undefined where fewer than two items vary with enough answers to correlate. */
export function driverBlocks(rows: readonly Moment[]): DriverBlocks | undefined {
  const asked = rows.find(({item}) => item === "(asked)")?.total ?? 0;
  const sums = rows.filter(({item}) => item !== "(asked)");
  const all = [...new Set(sums.map(({item}) => item))].filter((item) => item !== "" && item !== "(1)").sort();
  if (all.length < 2) return undefined;
  const whole = laidOut(sums, all);
  const {n, xy} = blockCorrelations(sumOfBlocks(whole), all.length);
  // Items that never vary explain nothing; of more than twelve those that go with the outcome most.
  const items = all
    .map((item, i) => ({item, r: Math.abs(xy[i]!)}))
    .filter(({r}) => Number.isFinite(r))
    .sort((a, b) => b.r - a.r || (a.item < b.item ? -1 : 1))
    .slice(0, 12)
    .map(({item}) => item)
    .sort();
  return n >= 30 && items.length >= 2 ? {items, blocks: laidOut(sums, items), n, asked} : undefined;
}

/** As `MomentBlocks` has them: for v = (1, y, x1 … xp) the sums of v_i v_j, i <= j, row by row. */
function laidOut(sums: readonly Moment[], items: readonly string[]): MomentBlocks {
  const names = ["(1)", "", ...items];
  const pairs = names.flatMap((name, i) => names.slice(i).map((other) => [name, other] as const));
  const size = pairs.length;
  // SQL may have named the pair the other way round.
  const places = new Map(
    pairs.flatMap(([name, other], at) => [
      [`${name}|${other}`, at],
      [`${other}|${name}`, at],
    ]),
  );
  const blocks = [...new Set(sums.map(({block}) => block))].sort((a, b) => a - b);
  const order = new Map(blocks.map((block, at) => [block, at]));
  const laid = new Float64Array(blocks.length * size);
  for (const {block, item, other_item, total} of sums) {
    const place = places.get(`${item}|${other_item}`);
    if (place !== undefined) laid[order.get(block)! * size + place] = total;
  }
  return {drivers: items.length, size, sums: laid};
}
