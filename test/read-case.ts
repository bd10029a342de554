import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect} from "vitest";
import {checkText} from "../loaders/check.js";
import {ReportError, ReportErrors} from "../loaders/messages/errors.js";
import {silentProgress} from "../loaders/messages/progress.js";
import {readReport} from "../loaders/read-report.js";
import type {TableName} from "../src/marts/list.js";

type Rows = readonly Readonly<Record<string, unknown>>[];

/** What a report folder gives: read records, published rows, what `check` prints, or the code of an error. */
export interface Expected {
  readonly title: string;
  /** Some columns of some published rows. */
  readonly rows?: Readonly<Record<string, Rows>>;
  /** How many rows a published table has. */
  readonly counts?: Readonly<Record<string, number>>;
  /** What a query over the records gives. */
  readonly records?: Readonly<Record<string, Rows>>;
  /** Patterns of what is said, in Chinese or in English. */
  readonly says?: readonly string[];
  /** Patterns of what must not be said. */
  readonly hides?: readonly string[];
  readonly error?: string | readonly string[];
}

/** Reads a report folder as `check` does and holds it to what is expected. */
export async function expectCase(folder: string, expected: Expected): Promise<void> {
  const {queried, published, said, errors} = await readCase(folder, Object.keys(expected.records ?? {}));
  expect(errors, said).toEqual([expected.error ?? []].flat());
  for (const pattern of expected.says ?? []) expect(said).toMatch(new RegExp(pattern));
  for (const pattern of expected.hides ?? []) expect(said).not.toMatch(new RegExp(pattern));
  expect(queried).toEqual(expected.records ?? {});
  for (const [mart, wanted] of Object.entries(expected.rows ?? {})) {
    const rows: Rows = published[mart as TableName] ?? [];
    for (const row of wanted) {
      const close = rows.filter((each) => shared(each, row) === Math.max(...rows.map((one) => shared(one, row))));
      expect(close[0], `${mart}: ${JSON.stringify(row)}`).toMatchObject(row);
    }
  }
  for (const [mart, count] of Object.entries(expected.counts ?? {}))
    expect(published[mart as TableName], mart).toHaveLength(count);
}

interface Case {
  readonly queried: Readonly<Record<string, Rows>>;
  readonly published: Readonly<Partial<Record<TableName, Rows>>>;
  /** In Chinese, then in English. */
  readonly said: string;
  readonly errors: readonly string[];
}

async function readCase(folder: string, queries: readonly string[]): Promise<Case> {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-case-"));
  const queried: Record<string, Rows> = {};
  try {
    const read = await readReport(folder, {
      temp,
      progress: silentProgress,
      keepsAll: true,
      async use(database) {
        for (const query of queries) queried[query] = plain(await database.rows(query));
      },
    });
    const said = `${checkText(read, "zh")}\n${checkText(read, "en")}`;
    return {queried, published: read.published, said, errors: []};
  } catch (error) {
    if (!(error instanceof ReportError || error instanceof ReportErrors)) throw error;
    const errors = error instanceof ReportErrors ? error.errors : [error];
    const said = `${error.print("zh")}\n${error.print("en")}`;
    return {queried, published: {}, said, errors: [...new Set(errors.map(({code}) => code))]};
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}

/** Rows as JSON has them: counts arrive as big integers, lists as objects of the database. */
export const plain = (rows: Rows): Rows =>
  JSON.parse(
    JSON.stringify(rows, (_, value: unknown) =>
      typeof value === "bigint"
        ? Number(value)
        : value !== null && typeof value === "object" && "items" in value
          ? value.items
          : value,
    ),
  ) as Rows;

/** How many of the wanted columns a row has: the closest row makes the clearest message. */
const shared = (row: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): number =>
  Object.entries(wanted).filter(([name, value]) => row[name] === value).length;
