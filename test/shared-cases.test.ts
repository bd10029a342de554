import {existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {openDatabase} from "../loaders/database/database.js";
import {ReportError, ReportErrors} from "../loaders/messages/errors.js";
import {silentProgress} from "../loaders/messages/progress.js";
import {readRecords} from "../loaders/read-report.js";
import {readSettings} from "../loaders/settings.js";
import {project} from "./build/command.js";
import {expectCase, plain} from "./read-case.js";
import {type OfRecords, ofRecords, ofReports} from "./shared-cases.js";

const folder = join(project, "..", "shared", "cases");
const isHere = existsSync(folder);

/** What became of the records of a folder: rows kept by kind, what was said, and what queries over them give. */
async function recordsOf(name: string, {gives = {}}: OfRecords) {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-case-"));
  const database = await openDatabase({temp});
  try {
    const {imported} = await readRecords(database, {...readSettings(join(folder, name)), progress: silentProgress});
    const listed = await database.rows(
      "select entity, reason, cast(count(*) as integer) as n from rejects group by all",
    );
    const queried: Record<string, unknown> = {};
    for (const query of Object.keys(gives)) queried[query] = plain(await database.rows(query));
    const kept: Record<string, number> = {};
    for (const {entity, rows_kept} of imported.accounts) kept[entity] = (kept[entity] ?? 0) + rows_kept;
    const notes = imported.accounts.flatMap((account) => account.notes.map(({zh, en}) => `${zh}\n${en}`));
    return {kept, listed: plain(listed), said: notes.join("\n"), queried, errors: [] as string[]};
  } catch (error) {
    if (!(error instanceof ReportError || error instanceof ReportErrors)) throw error;
    const errors = error instanceof ReportErrors ? error.errors : [error];
    const said = `${error.print("zh")}\n${error.print("en")}`;
    return {kept: {}, listed: [], said, queried: {}, errors: [...new Set(errors.map(({code}) => code))]};
  } finally {
    database.close();
    rmSync(temp, {recursive: true, force: true});
  }
}

describe.skipIf(!isHere)("small inputs that went wrong (../shared/cases)", () => {
  test.each(Object.entries(ofRecords))("records of %s", async (name, expected) => {
    const found = await recordsOf(name, expected);
    expect(found.errors, found.said).toEqual([expected.error ?? []].flat());
    if (expected.kept) expect(found.kept, found.said).toEqual(expected.kept);
    for (const pattern of expected.says ?? []) expect(found.said).toMatch(pattern);
    for (const row of expected.listed ?? []) expect(found.listed).toContainEqual(expect.objectContaining(row));
    expect(found.queried).toEqual(expected.gives ?? {});
  });

  test.each(Object.entries(ofReports))("report of %s", (name, expected) => expectCase(join(folder, name), expected));

  test("every folder is read", () => {
    const known = new Set([...Object.keys(ofRecords), ...Object.keys(ofReports)]);
    const proposed = ["map-id-from-value", "map-no-columns"];
    const folders = readdirSync(folder).filter((name) => existsSync(join(folder, name, "report.yaml")));
    expect(folders.filter((name) => !known.has(name) && !proposed.includes(name))).toEqual([]);
  });
});
