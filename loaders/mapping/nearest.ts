import {normalHeader} from "./spelling.js";

/**
 * The name most like one of those wanted, if any is like it: few letters differ, or one holds the other.
 * @example nearestName(["下单时间"], ["编号", "下单日期"]) // => "下单日期"
 */
export function nearestName(
  wanted: readonly string[],
  names: readonly string[],
  {
    least = 0.5,
  }: {
    /** likeness from which a name is like another; defaults to 0.5 */
    least?: number;
  } = {},
): string | undefined {
  let best: {name: string; likeness: number} | undefined;
  for (const name of names)
    for (const each of wanted) {
      const likeness = likenessOf(normalHeader(each), normalHeader(name));
      if (likeness >= least && likeness > (best?.likeness ?? 0)) best = {name, likeness};
    }
  return best?.name;
}

/** 1 = the same, 0 = nothing in common. */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 0;
  const [short, long] = a.length <= b.length ? [one, other] : [other, one];
  const held = short.length >= 2 && long.includes(short) ? 0.5 + (0.5 * [...short].length) / longest : 0;
  return Math.max(held, 1 - distance(a, b) / longest);
}

/** Letters to be put in, left out or changed (Levenshtein). */
function distance(a: readonly string[], b: readonly string[]): number {
  let above = b.map((_, at) => at + 1);
  for (const [row, letter] of a.entries()) {
    const line: number[] = [];
    for (const [at, other] of b.entries()) {
      const diagonal = at === 0 ? row : above[at - 1]!;
      const left = at === 0 ? row + 1 : line[at - 1]!;
      line.push(Math.min(diagonal + (letter === other ? 0 : 1), left + 1, above[at]! + 1));
    }
    above = line;
  }
  return above.at(-1) ?? a.length;
}
