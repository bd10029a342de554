import {type DriverShares, driverShares} from "../../stats/drivers/driver-shares.js";
import {seededRandom} from "../../stats/numbers/seeded-random.js";
import {number, rowOf, text} from "../shape/columns.js";
import {bootstrapSeed, type DriverBlocks, driverBlocks, resamplesFor, statusOf} from "../shape/driver-blocks.js";
import type {Mart} from "../shape/mart.js";

/** Which items go with overall satisfaction: each one's share of what they explain together. */
export const driverShareMart: Mart = {
  name: "driver_moments",
  grain: ["block", "item", "other_item"],
  row: rowOf({block: number, item: text, other_item: text, total: number}),
  derive: (rows) => {
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
  },
  publishedAs: "driver_shares",
  publishedGrain: ["item"],
};

/** The shares with their intervals; undefined where an item is a mixture of others, as when one was exported twice. */
function sharesOf({items, blocks}: DriverBlocks): DriverShares | undefined {
  try {
    return driverShares(blocks, {random: seededRandom(bootstrapSeed), resamples: resamplesFor(items.length)});
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
