import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {ReportError, ReportErrors} from "../loaders/messages/errors.js";
import type {ReadReport} from "../loaders/publish/report.js";
import {readReport} from "../loaders/read-report.js";
import type {TableName} from "../src/marts/list.js";

/** What a case folder expects: some columns of some published rows, how many rows a table has, or an error's code. */
interface Expected {
  readonly title: string;
  readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly counts?: Readonly<Record<string, number>>;
  readonly error?: string;
}

const cases = fileURLToPath(new URL("./cases/", import.meta.url));
const folders = readdirSync(cases).filter((name) => existsSync(join(cases, name, "expected.json")));

test.each(folders)("the report folder test/cases/%s gives what its expected.json says", async (name) => {
  const expected = JSON.parse(readFileSync(join(cases, name, "expected.json"), "utf8")) as Expected;
  const read = await readCase(join(cases, name));
  if (expected.error !== undefined) {
    expect(read).toMatchObject(
      read instanceof ReportErrors ? {errors: [{code: expected.error}]} : {code: expected.error},
    );
    return;
  }
  if (read instanceof Error) throw read;
  for (const [mart, wanted] of Object.entries(expected.rows ?? {})) {
    const rows: readonly Readonly<Record<string, unknown>>[] = read.published[mart as TableName];
    for (const row of wanted) {
      const close = rows.filter((each) => shared(each, row) === Math.max(...rows.map((one) => shared(one, row))));
      expect(close[0], `${mart}: ${JSON.stringify(row)}`).toMatchObject(row);
    }
  }
  for (const [mart, count] of Object.entries(expected.counts ?? {}))
    expect(read.published[mart as TableName], mart).toHaveLength(count);
});

async function readCase(folder: string): Promise<ReadReport | Error> {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-case-"));
  try {
    return await readReport(folder, {temp, progress: {line() {}}});
  } catch (error) {
    if (error instanceof ReportError || error instanceof ReportErrors) return error;
    throw error;
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}

/** How many of the wanted columns a row has: the closest row makes the clearest message. */
const shared = (row: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): number =>
  Object.entries(wanted).filter(([name, value]) => row[name] === value).length;
