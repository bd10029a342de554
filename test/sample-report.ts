import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll} from "vitest";
import {drawReport} from "../loaders/draw/draw.js";
import {silentProgress} from "../loaders/messages/progress.js";
import type {ReadReport} from "../loaders/publish/report.js";
import {readReport} from "../loaders/read-report.js";
import type {Row, TableName} from "../src/marts/list.js";
import type {Language} from "../src/words/language.js";
import {project} from "./build/command.js";

/** The sample report, read and drawn once before the tests of a file, and ways to ask it. */
export function sampleReport() {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-sample-"));
  let read: ReadReport;
  let all: ReturnType<typeof drawReport>;
  beforeAll(async () => {
    read = await readReport(join(project, "data"), {temp, progress: silentProgress});
    all = drawReport(read);
  });
  afterAll(() => rmSync(temp, {recursive: true, force: true}));

  const drawn = (language: Language) => all[language]!;
  const rows = <Name extends TableName>(table: Name, where: Partial<Row<Name>> = {}): readonly Row<Name>[] =>
    rowsWith(read.published[table], where);
  return {
    temp,
    report: () => read,
    drawn,
    rows,
    /** The one row that fits; an error where several do, or none. */
    row: <Name extends TableName>(table: Name, where: Partial<Row<Name>>): Row<Name> => {
      const found = rows(table, where);
      if (found.length !== 1) throw new Error(`${found.length} rows of ${table} have ${JSON.stringify(where)}`);
      return found[0]!;
    },
    sentences: (page: string, language: Language = "zh"): string => drawn(language).passages[page]!.join("\n"),
  };
}

/** Rows that have these values. */
export const rowsWith = <Row extends object>(rows: readonly Row[], where: Partial<Row>): Row[] =>
  rows.filter((row) => Object.entries(where).every(([name, value]) => row[name as keyof Row] === value));
