import {z} from "zod";
import {blockCorrelations} from "../../stats/drivers/moment-blocks.js";
import {perceivedQuality} from "../../stats/drivers/perceived-quality.js";
import {shapleyParts} from "../../stats/drivers/shapley-parts.js";
import {valueMap} from "../../stats/drivers/value-map.js";
import {type Blocks, blockBootstrap, percentileInterval, sumOfBlocks} from "../../stats/numbers/block-bootstrap.js";
import {seededRandom} from "../../stats/numbers/seeded-random.js";
import {count, number, text} from "../shape/columns.js";
import {
  bootstrapSeed,
  type DriverBlocks,
  driverBlocks,
  driverMoments,
  resamplesFor,
  statusOf,
} from "../shape/driver-blocks.js";
import {type Delivered, type DeriveInput, mart, table} from "../shape/table.js";

const priceRating = "price"; // the survey item that rates our prices
const pricePaid = "(price)"; // the price that raters name

const ratingMoments = mart("brand_moments", {
  grain: ["block", "brand", "item"],
  row: {
    block: number,
    brand: text,
    item: text,
    own_n: count,
    own_total: number,
    rival_n: count,
    rival_total: number,
  },
});
type Moment = Delivered<typeof ratingMoments>;

const measures = [
  "weighted_gap",
  "quality_ratio",
  "price_ratio",
  "relative_quality",
  "relative_price",
  "fair_price",
  "above_fair_price",
  "weight",
] as const;
export type ProfileMeasure = (typeof measures)[number];

/** Who stands where on quality and price, all attributes weighed together: one row per brand, measure and item. */
export const profileTables = {
  brand_profiles: table({
    from: ratingMoments,
    grain: ["brand", "measure", "item"],
    row: {
      brand: text,
      measure: z.enum(measures),
      item: text,
      n: count,
      value: number.nullable(),
      lo: number.nullable(),
      hi: number.nullable(),
    },
    derive: (rows: readonly Moment[], {rows: of}: DeriveInput) => brandProfiles(rows, of(driverMoments)),
  }),
};

interface Cell {
  readonly n: number;
  readonly mean: number;
}
/** Mean rating (or price) of both sides, from sums over raters. */
type Means = (brand: string, item: string) => {readonly own: Cell; readonly rival: Cell};

/** A figure of the profile: which brand, what, of which attribute ("" for all), and how many rated the brand. */
interface Entry {
  readonly brand: string;
  readonly measure: ProfileMeasure;
  readonly item: string;
  readonly n: number;
  readonly value: number;
}

/**
 * Importance-weighted gaps and their total, perceived quality and price relative to each rival and to the market, with
 * percentile limits: raters are drawn again and the weights estimated again in each of the resamples. "" is us.
 */
export function brandProfiles(rows: readonly Moment[], moments: readonly Delivered<typeof driverMoments>[]) {
  const drivers = driverBlocks(moments);
  const weights = drivers && weightsOf(drivers, sumOfBlocks(drivers.blocks));
  if (!drivers || !weights || statusOf(drivers, weights.r2) !== "") return [];
  const brands = [...new Set(rows.map(({brand}) => brand))].sort();
  const rated = drivers.items.filter((item) =>
    brands.every((brand) =>
      rows.some((row) => row.brand === brand && row.item === item && (brand === "" ? row.own_n : row.rival_n) > 0),
    ),
  );
  if (rated.length < 2 || brands.length < 2) return [];
  const {blocks, meansOf} = laidOut(rows, {brands, items: [...rated, pricePaid]});
  const profile = (shares: readonly number[], total: Float64Array): Entry[] => {
    const weight = new Map(drivers.items.map((item, i) => [item, shares[i]!]));
    return entries({brands, items: rated, weight, means: meansOf(total)});
  };
  const whole = profile(weights.shares, sumOfBlocks(blocks));
  const random = seededRandom(bootstrapSeed);
  const resamples = resamplesFor(drivers.items.length);
  const again = blockBootstrap(drivers.blocks, (total) => weightsOf(drivers, total)?.shares ?? [], {random, resamples});
  const drawn = blockBootstrap(blocks, (total) => [...total], {random, resamples}).map((total, b) =>
    profile(again[b]!, Float64Array.from(total)).map(({value}) => value),
  );
  return whole.map(({value, ...key}, at) => {
    const values = drawn.map((entry) => entry[at]!).filter(Number.isFinite);
    const {low, high} = percentileInterval(value, values);
    const isKnown = Number.isFinite(value) && values.length > resamples / 2;
    return {...key, value: isKnown ? value : null, lo: isKnown ? low : null, hi: isKnown ? high : null};
  });
}

function entries({
  brands,
  items,
  weight,
  means,
}: {
  brands: readonly string[];
  items: readonly string[];
  weight: ReadonlyMap<string, number>;
  means: Means;
}): Entry[] {
  const all = items.reduce((sum, item) => sum + weight.get(item)!, 0);
  const score = (chosen: readonly string[], brand: string) =>
    perceivedQuality(
      chosen.map((item) => {
        const {own, rival} = means(brand, item);
        return {weight: weight.get(item)!, us: own.mean, competitor: brand === "" ? own.mean : rival.mean};
      }),
    );
  const attributes = items.filter((item) => item !== priceRating);
  const rivals = brands.filter((brand) => brand !== "");
  const baseOf = (brand: string) => means(brand, items[0]!)[brand === "" ? "own" : "rival"].n;
  const pairs = rivals.flatMap((brand): Entry[] => {
    const [gaps, quality] = [score(items, brand), score(attributes, brand)];
    const {own, rival} = means(brand, pricePaid);
    const entry = (measure: ProfileMeasure, value: number, item = ""): Entry => ({
      brand,
      measure,
      item,
      n: baseOf(brand),
      value,
    });
    return [
      ...items.map((item, i) => entry("weighted_gap", gaps.gaps[i]!, item)),
      entry("weighted_gap", gaps.weighted_gap),
      entry("quality_ratio", quality.ratio_of_weighted),
      entry("price_ratio", own.n >= 30 && rival.n >= 30 ? own.mean / rival.mean : Number.NaN),
    ];
  });
  const place = (brand: string) => {
    const price = means(brand, pricePaid)[brand === "" ? "own" : "rival"];
    return {quality: score(attributes, brand).competitor, price: price.n >= 30 ? price.mean : Number.NaN};
  };
  const map = valueMap(brands.map(place));
  const market = brands.flatMap((brand, i): Entry[] => {
    const {quality, price, fair} = map[i]!;
    const entry = (measure: ProfileMeasure, value: number): Entry => ({
      brand,
      measure,
      item: "",
      n: baseOf(brand),
      value,
    });
    return [
      entry("relative_quality", quality),
      entry("relative_price", price),
      entry("fair_price", fair),
      entry("above_fair_price", price - fair),
    ];
  });
  const shares = items.map((item) => ({
    brand: "",
    measure: "weight" as const,
    item,
    n: baseOf(""),
    value: weight.get(item)! / all,
  }));
  return [...pairs, ...market, ...shares];
}

/** Driver shares of one set of summed products; undefined where the items of it do not let them be told apart. */
function weightsOf({blocks}: DriverBlocks, total: Float64Array): {shares: number[]; r2: number} | undefined {
  try {
    const parts = shapleyParts(blockCorrelations(total, blocks.drivers));
    const r2 = parts.reduce((sum, part) => sum + part, 0);
    return {shares: parts.map((part) => part / r2), r2};
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Sums from SQL as blocks of raters, and how to read means off them. */
function laidOut(
  rows: readonly Moment[],
  {brands, items}: {brands: readonly string[]; items: readonly string[]},
): {blocks: Blocks; meansOf: (total: Float64Array) => Means} {
  const columns = ["own_n", "own_total", "rival_n", "rival_total"] as const;
  const place = (brand: string, item: string) => (brands.indexOf(brand) * items.length + items.indexOf(item)) * 4;
  const order = new Map(
    [...new Set(rows.map(({block}) => block))].sort((a, b) => a - b).map((block, at) => [block, at]),
  );
  const size = brands.length * items.length * 4;
  const sums = new Float64Array(order.size * size);
  for (const row of rows) {
    if (!items.includes(row.item)) continue;
    const at = order.get(row.block)! * size + place(row.brand, row.item);
    for (const [i, name] of columns.entries()) sums[at + i]! += row[name];
  }
  const meansOf =
    (total: Float64Array): Means =>
    (brand, item) => {
      const at = place(brand, item);
      const cell = (n: number, sum: number): Cell => ({n, mean: sum / n});
      return {own: cell(total[at]!, total[at + 1]!), rival: cell(total[at + 2]!, total[at + 3]!)};
    };
  return {blocks: {size, sums}, meansOf};
}
