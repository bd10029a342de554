import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {drawReport} from "../../loaders/draw/draw.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {readReport} from "../../loaders/read-report.js";
import type {Figure} from "../../src/figures/figure.js";
import type {Row, TableName} from "../../src/marts/list.js";
import {once} from "../once.js";
import {rowsWith} from "../sample-report.js";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** Whether a public data set stands beside the project; its tests are skipped, by name, where it does not. */
export const isAbsent = (data: string): boolean => !existsSync(join(shared, data));

/** The reason a skipped suite shows. */
export const suite = (folder: string, data = folder): string =>
  isAbsent(data) ? `${folder} – skipped: ../shared/data/${data} is not here` : folder;

/** A report of public data as a build reads it, up to the published tables: once for all test files. */
export const readReal = (name: string): Promise<ReadReport> =>
  once(`real/${name}`, () => readFolder(fileURLToPath(new URL(name, import.meta.url))));

/** Reads a report folder as a build does, up to the published tables. */
export async function readFolder(path: string): Promise<ReadReport> {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-real-"));
  try {
    return await readReport(path, {temp, progress: silentProgress});
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}

const drawings = new WeakMap<ReadReport, ReturnType<typeof drawReport>>();

/** What is drawn of a report, drawn once. */
export function drawnOf(report: ReadReport): ReturnType<typeof drawReport> {
  const drawn = drawings.get(report) ?? drawReport(report);
  drawings.set(report, drawn);
  return drawn;
}

/** The rows of a published table that have these values. */
export const rowsOf = <Name extends TableName>(
  {published}: Pick<ReadReport, "published">,
  table: Name,
  match: Partial<Row<Name>> = {},
): Row<Name>[] => rowsWith(published[table] as readonly Row<Name>[], match);

/** The one row of a published table that has these values. */
export function rowOf<Name extends TableName>(report: ReadReport, table: Name, match: Partial<Row<Name>>): Row<Name> {
  const rows = rowsOf(report, table, match);
  if (rows.length !== 1) throw new Error(`${rows.length} rows of ${table} have ${JSON.stringify(match)}`);
  return rows[0]!;
}

/** A published metric of one segment. */
export const metric = (report: ReadReport, id: string, {period = "window", dimension = "all", member = "all"} = {}) =>
  rowOf(report, "metric_by_segment", {metric: id, period, dimension, member});

/** A figure as its page has it, in English. */
export function figureOf(report: ReadReport, id: string): Figure {
  const figure = drawnOf(report).en!.figures[id];
  if (!figure || "missing" in figure) throw new Error(`no figure ${id}`);
  return figure;
}

/** Rows of a figure's table as its page and its file have them: each a record by column, under the texts it begins with. */
export function linesOf(report: ReadReport, id: string): (...starts: string[]) => Record<string, unknown> {
  const {columns, rows} = figureOf(report, id).table;
  return (...starts) => {
    const found = rows.filter((cells) => starts.every((start, at) => cells[at] === start));
    if (found.length !== 1) throw new Error(`${found.length} rows of ${id} begin with ${starts.join(", ")}`);
    return Object.fromEntries(columns.map((each, at) => [each.id, found[0]![at]]));
  };
}

/** A number as it is printed, with this many decimals. */
export const printed = (value: unknown, digits: number): string => Number(value).toFixed(digits);

/** A share as it is printed: two decimals and a per-cent sign. */
export const percent = (value: unknown): string => `${(100 * Number(value)).toFixed(2)}%`;

/** Part of a whole as it is printed. */
export const share = (part: unknown, whole: unknown): string => percent(Number(part) / Number(whole));

/** One column of rows, by another. */
export const column = <Key extends string, Value extends string, Cell>(
  rows: readonly ({readonly [Column in Key]: string | number} & {readonly [Column in Value]: Cell})[],
  key: Key,
  value: Value,
): Record<string, Cell> => Object.fromEntries(rows.map((row) => [row[key], row[value]]));
