import type {Found} from "./find.js";
import {isFreeName} from "./names.js";

/** Finds the names of persons that are known, such as those of the customer table. */
export interface KnownNames {
  readonly find: (plain: string) => Omit<Found, "text">[];
  /** What stands in every text that may hold one of them, for RE2; undefined where no name is known. */
  readonly hint: string | undefined;
}

const han = /^\p{Script=Han}{2,8}$/u;
const latin = /^[\p{Script=Latin}'’.-]+(?: [\p{Script=Latin}'’.-]+){1,4}$/u;

/** Whether a name can be looked for in texts: Chinese, or Latin of two words and more. */
export const isSearchable = (name: string): boolean => han.test(name) || latin.test(name);

/**
 * A search for many names at once. Chinese names of three signs and more are found anywhere; one of two signs, which may
 * be a word or a part of one, where nothing else touches it or a title follows; Latin ones as whole words.
 *
 * @example knownNames(["王小明"]).find("客户王小明来电") // [{kind: "person_name", start: 2, end: 5}]
 */
export function knownNames(names: Iterable<string>): KnownNames {
  const known = new Set<string>();
  for (const raw of names) {
    const name = raw.trim();
    if (isSearchable(name)) known.add(latin.test(name) ? name.toLowerCase() : name);
  }
  if (known.size === 0) return {find: () => [], hint: undefined};
  const lengths = [...new Set([...known].filter((name) => han.test(name)).map(({length}) => length))].sort(
    (a, b) => b - a,
  );
  const firsts = new Set([...known].map((name) => name[0]!));
  const isLatin = [...known].some((name) => latin.test(name));
  return {
    find: (plain) => [...findHan(plain, {known, lengths, firsts}), ...(isLatin ? findLatin(plain, known) : [])],
    hint: hintOf(known),
  };
}

function findHan(
  plain: string,
  {known, lengths, firsts}: {known: ReadonlySet<string>; lengths: readonly number[]; firsts: ReadonlySet<string>},
) {
  const found: Omit<Found, "text">[] = [];
  for (let start = 0; start < plain.length - 1; start++) {
    if (!firsts.has(plain[start]!)) continue;
    for (const length of lengths) {
      const name = plain.slice(start, start + length);
      if (name.length < length || !known.has(name)) continue;
      if (length === 2 && !isBare(plain, {name, start})) continue;
      found.push({kind: "person_name", start, end: start + length});
      break;
    }
  }
  return found;
}

const cue = /(?:^|[^\p{Script=Han}]|姓名|联系人|我叫|我是|本人|客户|用户|会员|业主|叫)$/u;
const after = /^(?:$|[^\p{Script=Han}]|先生|女士|小姐|太太|经理|师傅|老师|来电|反映|投诉|称|说)/u;

const isBare = (plain: string, {name, start}: {name: string; start: number}): boolean => {
  const before = plain.slice(Math.max(0, start - 4), start);
  const rest = plain.slice(start + 2, start + 6);
  return cue.test(before) && after.test(rest) && isFreeName(name, {before});
};

function findLatin(plain: string, known: ReadonlySet<string>) {
  const found: Omit<Found, "text">[] = [];
  const words = [...plain.matchAll(/[\p{Script=Latin}'’.-]+/gu)].map(({index, 0: word}) => ({
    start: index,
    end: index + word.length,
  }));
  words.forEach(({start}, at) => {
    for (let count = 2; count <= 5 && at + count <= words.length; count++) {
      const {end} = words[at + count - 1]!;
      const name = plain.slice(start, end).toLowerCase();
      if (known.has(name.replace(/[.]$/, "")) || known.has(name)) found.push({kind: "person_name", start, end});
    }
  });
  return found;
}

/** The first two signs of each name; of very many names the sets of first and of second signs. */
function hintOf(known: ReadonlySet<string>): string {
  const seconds = new Map<string, Set<string>>();
  for (const name of known) {
    const [first, second] = latin.test(name) ? [name.slice(0, 2), name.slice(2, 4)] : [name[0]!, name[1]!];
    seconds.set(first, (seconds.get(first) ?? new Set()).add(second));
  }
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|-]/g, "\\$&");
  const pairs = [...seconds.values()].reduce((sum, set) => sum + set.size, 0);
  if (pairs > 5_000) return `[${[...new Set([...seconds.keys()].map((first) => first[0]!))].map(escaped).join("")}]`;
  return `(?i)${[...seconds].map(([first, set]) => `${escaped(first)}(?:${[...set].map(escaped).join("|")})`).join("|")}`;
}
