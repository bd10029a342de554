import {copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import type {Bilingual} from "../../../src/words/language.js";
import {ReportError, ReportErrors} from "../../messages/errors.js";
import type {MappedFile} from "../map.js";

/** Reads the exports of a report folder as a build does; what is counted from them tells nothing of a mapping. */
export type ReadFolder = (
  folder: string,
  temp: string,
) => Promise<{
  readonly accounts: readonly {
    readonly rows_in: number;
    readonly rows_kept: number;
    readonly rows_rejected: number;
    readonly rows_set_aside: number;
  }[];
  readonly month: string | undefined;
}>;

/** What a trial reading of a proposal found. */
export interface Trial {
  readonly rows: {readonly read: number; readonly kept: number; readonly rejected: number; readonly aside: number};
  readonly month: string | undefined;
  /** Why it does not read; absent where it does. */
  readonly error?: Bilingual;
  /** What the errors name: `tickets.csv → surveys`. */
  readonly named?: readonly string[];
}

/** Reads the files as the mapping says, in a folder of its own. */
export async function tryMapping(
  yaml: string,
  {
    files,
    temp,
    read,
  }: {files: readonly {readonly path: string; readonly name: string}[]; temp: string; read: ReadFolder},
): Promise<Trial> {
  const folder = mkdtempSync(join(temp, "trial-"));
  try {
    mkdirSync(join(folder, "mappings"));
    writeFileSync(join(folder, "report.yaml"), "company: {zh: 试读, en: Trial}\n");
    writeFileSync(join(folder, "mappings", "trial.yaml"), yaml);
    for (const {path, name} of files) place(resolve(path), join(folder, "exports", name));
    return await tryFolder(folder, {temp: folder, read});
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Reads a report folder and says what became of its rows, or why it does not read. */
export async function tryFolder(folder: string, {temp, read}: {temp: string; read: ReadFolder}): Promise<Trial> {
  try {
    const {accounts, month} = await read(folder, temp);
    const sum = (count: (account: (typeof accounts)[number]) => number) =>
      accounts.reduce((total, account) => total + count(account), 0);
    return {
      rows: {
        read: sum(({rows_in}) => rows_in),
        kept: sum(({rows_kept}) => rows_kept),
        rejected: sum(({rows_rejected}) => rows_rejected),
        aside: sum(({rows_set_aside}) => rows_set_aside),
      },
      month,
    };
  } catch (error) {
    return {rows: {read: 0, kept: 0, rejected: 0, aside: 0}, month: undefined, ...told(error)};
  }
}

/** A link where the machine allows it, else a copy. */
function place(path: string, at: string): void {
  mkdirSync(dirname(at), {recursive: true});
  try {
    symlinkSync(path, at);
  } catch {
    copyFileSync(path, at);
  }
}

function told(error: unknown): {error: Bilingual; named: readonly string[]} {
  const errors = error instanceof ReportErrors ? error.errors : error instanceof ReportError ? [error] : [];
  if (errors.length === 0) {
    const message = error instanceof Error ? error.message : String(error);
    return {error: {zh: message, en: message}, named: []};
  }
  const text = (language: "zh" | "en") =>
    errors.map((each) => `${each.where[language]}: ${each.what[language]}`).join("; ");
  return {error: {zh: text("zh"), en: text("en")}, named: errors.map(({where}) => where.en)};
}

/** The proposal without the tables that an error names, or else without its last one; they stay as comments. */
export function withoutFaulty(planned: readonly MappedFile[], trial: Trial): MappedFile[] | undefined {
  const why = trial.error ?? {zh: "", en: ""};
  const sure = planned.flatMap(({tables}) => tables).filter(({isSure}) => isSure);
  if (sure.length <= 1) return undefined;
  const faulty = sure.filter(({entity}) =>
    trial.named?.some((where) => where.endsWith(`→ ${entity}`) || where.includes(`__${entity}`)),
  );
  const aside = faulty.length > 0 && faulty.length < sure.length ? faulty : sure.slice(-1);
  const note = {zh: `试读不通过，先不读：${why.zh}`, en: `does not read so, left out for now: ${why.en}`};
  return planned.map((file) => ({
    ...file,
    tables: file.tables.map((table) =>
      aside.includes(table) ? {...table, isSure: false, notes: [...table.notes, note]} : table,
    ),
  }));
}
