import {basename} from "node:path";
import {globSync} from "tinyglobby";

/** Characters that mean something in a pattern. */
const special = /[()[\]{}!+@?*\\]/g;
/** A month or day in a file's name: 2026-10, 202610, 20261001. */
const dated = /20\d{2}(?:[-_.年]?\d{1,2})?(?:[-_.月]?\d{1,2}日?)?/;

/**
 * One pattern for files of one shape: what their names share, "*" for the rest; where that would take in other files,
 * their names one by one.
 * @param others names that the pattern must not take in
 * @example patternOf(["tickets_2026-01.csv", "tickets_2026-02.csv"], {others: []}) // ["tickets_*.csv"]
 */
export function patternsOf(
  names: readonly string[],
  {others, folder}: {others: readonly string[]; folder: string},
): string[] {
  const literal = (text: string) => text.replace(special, "?");
  const pattern = names.length === 1 ? datedPattern(names[0]!, literal) : sharedPattern(names, literal);
  const plain = names.map(literal);
  if (pattern === undefined) return plain;
  const taken = globSync([pattern], {cwd: folder, expandDirectories: false});
  return taken.length === names.length &&
    !taken.some((name) => others.includes(name)) &&
    names.every((name) => taken.includes(name))
    ? [pattern]
    : plain;
}

function datedPattern(name: string, literal: (text: string) => string): string | undefined {
  const found = dated.exec(name);
  if (!found || found.index === 0) return undefined;
  return `${literal(name.slice(0, found.index))}20*${literal(name.slice(found.index + found[0].length))}`;
}

function sharedPattern(names: readonly string[], literal: (text: string) => string): string | undefined {
  const [first, ...rest] = names;
  let start = 0;
  while (start < first!.length && rest.every((name) => name[start] === first![start])) start++;
  let end = 0;
  while (
    end < first!.length - start &&
    rest.every((name) => end < name.length - start && name.at(-1 - end) === first!.at(-1 - end))
  )
    end++;
  // a number cut in two is no common part
  const head = first!.slice(0, start).replace(/[\d\-_. ]*\d$/, "");
  const tail = first!.slice(first!.length - end).replace(/^\d+/, "");
  return head.length < 2 ? undefined : `${literal(head)}*${literal(tail)}`;
}

/** The kind of file, so that only like is laid with like. */
export const endingOf = (path: string): string =>
  basename(path)
    .toLowerCase()
    .replace(/^[^.]*/, "");

/** Whether two sets of headers are one shape: four fifths of all headers in both. */
export function isAlike(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(other);
  const both = one.filter((name) => names.has(name)).length;
  return both >= 0.8 * new Set([...one, ...other]).size;
}
