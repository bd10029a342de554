import type {Bilingual} from "../../src/words/language.js";

/**
 * The known names that a name may have been meant for, best first: alike up to a few letters, or with a word in common.
 * Case, width, spaces and signs do not count.
 *
 * @example nearestNames("regoin", ["region", "role", "city"]) // => ["region"]
 * @example nearestNames("创建日期", ["创建时间", "客户编号"]) // => ["创建时间"]
 */
export function nearestNames(
  name: string,
  known: readonly string[],
  {most = 3}: {/** How many at most; defaults to 3. */ most?: number} = {},
): string[] {
  const own = plain(name);
  if (own === "") return [];
  return known
    .map((other, place) => ({other, place, away: distance(own, plain(other))}))
    .filter(({other, away}) => away <= Math.max(1, Math.floor(0.34 * own.length)) || shareWord(name, other))
    .sort((one, two) => one.away - two.away || one.place - two.place)
    .slice(0, most)
    .map(({other}) => other);
}

/** "Did you mean …?", or nothing where no name is near. */
export function didYouMean(name: string, known: readonly string[]): Bilingual {
  const near = nearestNames(name, known);
  return near.length === 0
    ? {zh: "", en: ""}
    : {zh: `是不是“${near.join("”或“")}”？`, en: `Did you mean ${near.map((each) => `"${each}"`).join(" or ")}?`};
}

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Two names share a word of Latin letters, or two Chinese characters that stand together. */
function shareWord(one: string, other: string): boolean {
  const [own, theirs] = [wordsOf(one), wordsOf(other)];
  return own.some((word) => theirs.includes(word));
}

const wordsOf = (text: string): string[] => {
  const parts =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[a-z]{3,}|\p{Script=Han}+/gu) ?? [];
  return parts.flatMap((part) =>
    /[a-z]/.test(part) ? [part] : [...part].slice(1).map((character, place) => `${[...part][place]}${character}`),
  );
};

/** Insertions, removals, replacements and swaps of neighbours that lead from one to the other (Damerau 1964). */
function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let row = Array.from({length: b.length + 1}, (_, place) => place);
  for (const [i, character] of a.entries()) {
    const next = [i + 1];
    for (const [j, theirs] of b.entries()) {
      const swapped = i > 0 && j > 0 && character === b[j - 1] && a[i - 1] === theirs ? before[j - 1]! + 1 : Infinity;
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (character === theirs ? 0 : 1), swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
