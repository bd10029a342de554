import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {PersonalKindId} from "../../src/words/personal-kinds.js";
import {refusedColumn} from "./column-rule.js";
import {type FileText, fileTexts} from "./file-texts.js";
import {type Found, findPersonal} from "./personal/find.js";
import {knownNames} from "./personal/known-names.js";

/** Something that must not leave, and where it stands. */
export interface Leak {
  readonly file: string;
  readonly part: string;
  readonly kind: PersonalKindId;
  readonly value: string;
}

/** What is looked for beside what every report hides, and what may be shown. */
interface Hidden {
  readonly names: readonly string[];
  readonly allowed: readonly string[];
}

/** Some files of a folder, for whichever thread is free. */
export interface FileShare extends Hidden {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Looks through some files of a folder. */
export function lookThrough({folder, files, ...hidden}: FileShare): Leak[] {
  const find = searchFor(hidden);
  return files.flatMap((file) => find(file, fileTexts(file, readFileSync(join(folder, file)))));
}

/** The last search of this thread: what one share of files has taught it the next one need not learn. */
let last: {readonly key: string; readonly find: Search} | undefined;

function searchFor(hidden: Hidden): Search {
  const key = JSON.stringify(hidden);
  if (last?.key !== key) last = {key, find: openSearch(hidden)};
  return last.find;
}

type Search = (file: string, texts: readonly FileText[]) => Leak[];

/** Hashes that a build writes: 8, 16, 20 or 32 bytes in hexadecimal digits. */
const hashes = /(?<![\da-zA-Z])(?=\d*[a-f])(?:[\da-f]{64}|[\da-f]{40}|[\da-f]{32}|[\da-f]{16})(?![\da-zA-Z])/g;

/** Nothing personal is shorter. */
const shortest = 5;
/** Lines that are remembered: longer ones hardly come twice, and so many hold the texts of a report. */
const [longest, most] = [300, 200_000];

/** A copy: a piece of a text keeps the whole text in memory. */
const ownText = (piece: string): string => Buffer.from(piece).toString();

/** A search through the texts of one file after the other. */
export function openSearch({names, allowed}: Hidden): Search {
  const known = knownNames(names);
  const isAllowed = (value: string): boolean => allowed.some((text) => text === value || text.includes(value));
  const judged = new Map<string, readonly Found[]>(); // most lines stand in many files
  const judge = (line: string): readonly Found[] => {
    const before = judged.get(line);
    if (before) return before;
    const found = findPersonal(line, known.find);
    if (line.length < longest && judged.size < most) judged.set(ownText(line), found);
    return found;
  };
  return (file, texts) =>
    texts.flatMap(({part, text, isColumn}) => {
      const lines = text.replace(hashes, "").split("\n");
      const found: {readonly kind: PersonalKindId; readonly value: string}[] = [];
      for (const line of lines)
        if (line.length >= shortest) for (const {kind, text: value} of judge(line)) found.push({kind, value});
      const refused = isColumn && found.length === 0 ? refusedColumn(part, lines) : undefined;
      return (refused ? [refused] : found)
        .filter(({value}) => !isAllowed(value))
        .map(({kind, value}): Leak => ({file, part, kind, value}));
    });
}
