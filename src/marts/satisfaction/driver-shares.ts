import {type DriverShares, driverShares} from "../../stats/drivers/driver-shares.js";
import {seededRandom} from "../../stats/numbers/seeded-random.js";
import {count, number, text} from "../shape/columns.js";
import {
  bootstrapSeed,
  type DriverBlocks,
  driverBlocks,
  driverMoments,
  driverStatus,
  resamplesFor,
  statusOf,
} from "../shape/driver-blocks.js";
import {type Delivered, table} from "../shape/table.js";

/** Which items go with overall satisfaction: each one's share of what they explain together. */
export const driverTables = {
  driver_shares: table({
    from: driverMoments,
    grain: ["item"],
    row: {
      item: text,
      n: count,
      asked: count,
      value: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
      johnson: number.nullable(),
      beta: number.nullable(),
      vif: number.nullable(),
      first: number.nullable(),
      r2: number.nullable(),
      r2_lo: number.nullable(),
      r2_hi: number.nullable(),
      status: driverStatus,
    },
    derive: driverShareRows,
  }),
};

/** No rows where fewer than two items vary. */
export function driverShareRows(rows: readonly Delivered<typeof driverMoments>[]) {
  const drivers = driverBlocks(rows);
  if (!drivers) return [];
  const {items, n, asked} = drivers;
  const made = sharesOf(drivers);
  const status = statusOf(drivers, made?.r2);
  return items.map((item, i) => ({
    item,
    n,
    asked,
    value: made?.shares[i] ?? null,
    lo: made?.intervals[i]?.low ?? null,
    hi: made?.intervals[i]?.high ?? null,
    johnson: made ? made.johnson[i]! / made.r2 : null,
    beta: made?.beta[i] ?? null,
    vif: made?.vif[i] ?? null,
    first: made?.first[i] ?? null,
    r2: made?.r2 ?? null,
    r2_lo: made?.r2_interval.low ?? null,
    r2_hi: made?.r2_interval.high ?? null,
    status,
  }));
}

/** The shares with their intervals; undefined where an item is a mixture of others, as when one was exported twice. */
function sharesOf({items, blocks}: DriverBlocks): DriverShares | undefined {
  try {
    return driverShares(blocks, {random: seededRandom(bootstrapSeed), resamples: resamplesFor(items.length)});
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
