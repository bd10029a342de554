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
  const find = openSearch(hidden);
  return files.flatMap((file) => find(file, fileTexts(file, readFileSync(join(folder, file)))));
}

/** Hashes that a build writes: 8, 16, 20 or 32 bytes in hexadecimal digits. */
const hashes = /(?<![\da-zA-Z])(?=\d*[a-f])(?:[\da-f]{64}|[\da-f]{40}|[\da-f]{32}|[\da-f]{16})(?![\da-zA-Z])/g;

/** A search through the texts of one file after the other. */
export function openSearch({names, allowed}: Hidden): (file: string, texts: readonly FileText[]) => Leak[] {
  const known = knownNames(names);
  const isAllowed = (value: string): boolean => allowed.some((text) => text === value || text.includes(value));
  const judged = new Map<string, readonly Found[]>(); // most lines stand in many files
  const judge = (line: string): readonly Found[] => {
    if (line.length < 5) return [];
    const found = judged.get(line) ?? findPersonal(line, known.find);
    if (line.length < 300) judged.set(line, found);
    return found;
  };
  return (file, texts) =>
    texts.flatMap(({part, text, isColumn}) => {
      const lines = text.replace(hashes, "").split("\n");
      const found = lines.flatMap(judge).map(({kind, text: value}) => ({kind, value}));
      const refused = isColumn && found.length === 0 ? refusedColumn(part, lines) : undefined;
      return (refused ? [refused] : found)
        .filter(({value}) => !isAllowed(value))
        .map(({kind, value}): Leak => ({file, part, kind, value}));
    });
}
