/**
 * Krippendorff's alpha: agreement of any number of coders, missing codes (null) allowed. Rows are units, columns coders.
 * nominal for names, ordinal for ranks, interval for amounts. Reliable from .80, tentative from .667 (Krippendorff 2011).
 * NaN where every code is the same.
 * @example krippendorff([[1, 1], [2, 2], [3, 3], [3, 3], [2, 2], [1, 2]]) // => 0.7659574468
 */
export function krippendorff(
  units: readonly (readonly (number | null)[])[],
  {level = "nominal"}: {/** defaults to "nominal" */ readonly level?: "nominal" | "ordinal" | "interval"} = {},
): number {
  const codes = units.map((unit) => unit.filter((code) => code !== null)).filter((unit) => unit.length > 1);
  const sizes = new Map<number, number>();
  for (const code of codes.flat()) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  const n = codes.flat().length;
  const distance = distanceOf(sizes, level);
  const observed = codes.reduce((sum, unit) => {
    const within = unit.reduce((rest, a) => rest + unit.reduce((inner, b) => inner + distance(a, b), 0), 0);
    return sum + within / (unit.length - 1);
  }, 0);
  let expected = 0;
  for (const [a, na] of sizes) for (const [b, nb] of sizes) expected += (na * nb * distance(a, b)) / (n - 1);
  return 1 - observed / expected;
}

function distanceOf(sizes: ReadonlyMap<number, number>, level: "nominal" | "ordinal" | "interval") {
  if (level === "nominal") return (a: number, b: number) => Number(a !== b);
  if (level === "interval") return (a: number, b: number) => (a - b) ** 2;
  const sorted = [...sizes.keys()].sort((a, b) => a - b);
  let running = 0;
  const middle = new Map<number, number>();
  for (const code of sorted) {
    middle.set(code, running + sizes.get(code)! / 2);
    running += sizes.get(code)!;
  }
  return (a: number, b: number) => (middle.get(a)! - middle.get(b)!) ** 2;
}
