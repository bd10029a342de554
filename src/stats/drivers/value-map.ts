/** A brand as customers see it: weighted quality score and mean price. */
export interface ValueBrand {
  readonly quality: number;
  readonly price: number;
}

export interface ValuePlace {
  /** quality divided by the mean quality of the other brands */
  readonly quality: number;
  /** price divided by the mean price of the other brands */
  readonly price: number;
  /** relative price that the line gives for this quality; NaN with fewer than five brands */
  readonly fair: number;
}

/**
 * Customer value map (Gale, Managing Customer Value, 1994): each brand relative to the others, and the least-squares
 * line of relative price on relative quality, what the market pays for quality. Fewer than five brands carry no line.
 * @example valueMap([{quality: 4, price: 100}, {quality: 5, price: 150}]) // => [{quality: 0.8, price: 0.6666666667}, {quality: 1.25, price: 1.5}]
 */
export function valueMap(brands: readonly ValueBrand[]): ValuePlace[] {
  const others = (pick: (brand: ValueBrand) => number) => {
    const all = brands.reduce((sum, brand) => sum + pick(brand), 0);
    return brands.map((brand) => (pick(brand) * (brands.length - 1)) / (all - pick(brand)));
  };
  const [quality, price] = [others((brand) => brand.quality), others((brand) => brand.price)];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(quality), mean(price)];
  const spread = quality.reduce((sum, value) => sum + (value - x) ** 2, 0);
  const slope = quality.reduce((sum, value, i) => sum + (value - x) * (price[i]! - y), 0) / spread;
  return brands.map((_, i) => ({
    quality: quality[i]!,
    price: price[i]!,
    fair: brands.length < 5 ? Number.NaN : y + slope * (quality[i]! - x),
  }));
}
