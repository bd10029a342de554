import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {RecordMarks} from "./records.js";
import type {Value} from "./series.js";

/** What an edition leaves behind: what it said, and what it was made from. */
export interface Edition {
  readonly id: string;
  readonly month: string;
  readonly values: readonly Value[];
  readonly records: RecordMarks;
  /** Exported files with their hashes and rows. */
  readonly inputs: readonly {readonly file: string; readonly sha256: string; readonly rows_in: number}[];
  /** Settings, mappings, rules and reference files with their hashes. */
  readonly settings: readonly {readonly file: string; readonly sha256: string}[];
  /** Fingerprints of the definitions and the models that counted. */
  readonly definitions: string;
  readonly program: string;
  /** Customers by tier, frozen. */
  readonly tiers: readonly (readonly [customer: string, tier: string])[];
  /** Complaint categories, and the figures that could be drawn. */
  readonly categories: readonly string[];
  readonly figures: readonly string[];
}

/** Files of an edition, each holding a part of it: the large ones stand alone, so that one may look at the others. */
const parts = {
  "values.json": ["values"],
  "records.json": ["records"],
  "inputs.json": ["inputs", "settings", "definitions", "program"],
  "tiers.json": ["tiers"],
  "figures.json": ["figures", "categories"],
} as const satisfies Readonly<Record<string, readonly (keyof Edition)[]>>;

/** Where a report folder keeps its editions. */
export const historyFolder = "history";

const seal = "edition.json";
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Names of editions: the month, then ".2" and so on for what was published again. */
const named = /^(\d{4}-\d{2})(?:\.(\d+))?$/;

/**
 * The editions of a report folder, oldest first. Only what is whole: the seal is written last and names every file with
 * its hash; a folder without it, or with a file that is not as it says, is no edition.
 */
export function readEditions(folder: string): Edition[] {
  const history = join(folder, historyFolder);
  return editionIds(folder).flatMap((id) => readEdition(join(history, id), id) ?? []);
}

/** The same by name alone, in order of month and number. */
export function editionIds(folder: string): string[] {
  const history = join(folder, historyFolder);
  const place = (id: string) => {
    const [, month = "", number = "1"] = named.exec(id) ?? [];
    return `${month} ${number.padStart(6, "0")}`;
  };
  return (existsSync(history) ? readdirSync(history) : [])
    .filter((id) => named.test(id) && existsSync(join(history, id, seal)))
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Those before a month alone, so that a report stays as it is when it is published itself. */
export const earlierEditions = (folder: string, month: string | undefined): Edition[] =>
  month === undefined ? [] : readEditions(folder).filter((edition) => edition.month < month);

function readEdition(path: string, id: string): Edition | undefined {
  try {
    const sealed = JSON.parse(readFileSync(join(path, seal), "utf8")) as {
      month: string;
      files: Readonly<Record<string, string>>;
    };
    const found: Record<string, unknown> = {id, month: sealed.month};
    for (const name of Object.keys(parts)) {
      const text = readFileSync(join(path, name), "utf8");
      if (hash(text) !== sealed.files[name]) return undefined;
      Object.assign(found, JSON.parse(text));
    }
    return found as unknown as Edition;
  } catch {
    return undefined; // half copied, or half removed
  }
}

/** The name of the next edition of a month: the month itself, or with the next number. */
export function nextId(folder: string, month: string): string {
  const history = join(folder, historyFolder);
  const taken = new Set(existsSync(history) ? readdirSync(history) : []);
  if (!taken.has(month)) return month;
  for (let number = 2; ; number++) if (!taken.has(`${month}.${number}`)) return `${month}.${number}`;
}

/**
 * Adds an edition to the history; nothing that stands there is touched. It is written beside and renamed: killed at any
 * moment, the history holds it whole or not at all, and what was left unfinished goes with the next. `log` says who accepted what, and when; it is no part of a report.
 */
export function writeEdition(folder: string, edition: Edition, {log}: {log: Readonly<Record<string, unknown>>}): void {
  const history = join(folder, historyFolder);
  const place = join(history, edition.id);
  if (existsSync(place)) throw new Error(`history has an edition ${edition.id} already`);
  const unfinished = join(history, `.${edition.id}.unfinished`);
  for (const name of existsSync(history) ? readdirSync(history) : [])
    if (/^\..+\.unfinished$/.test(name)) rmSync(join(history, name), {recursive: true, force: true});
  mkdirSync(unfinished, {recursive: true});
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, keys]) => {
      const text = `${JSON.stringify(Object.fromEntries(keys.map((key) => [key, edition[key]])))}\n`;
      writeFileSync(join(unfinished, name), text);
      return [name, hash(text)];
    }),
  );
  writeFileSync(join(unfinished, "log.json"), `${JSON.stringify(log, null, 1)}\n`);
  writeFileSync(join(unfinished, seal), `${JSON.stringify({month: edition.month, files}, null, 1)}\n`);
  renameSync(unfinished, place);
}
