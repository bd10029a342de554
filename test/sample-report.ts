import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll} from "vitest";
import type {Database} from "../loaders/database/database.js";
import {drawReport} from "../loaders/draw/draw.js";
import {silentProgress} from "../loaders/messages/progress.js";
import {publish} from "../loaders/publish/publish.js";
import type {ReadReport} from "../loaders/publish/report.js";
import {readReport} from "../loaders/read-report.js";
import type {Published, Row, TableName} from "../src/marts/list.js";
import type {Language} from "../src/words/language.js";
import {project} from "./build/command.js";
import {once} from "./once.js";

/** All that is known of the report, and what is drawn of it. */
export type Sample = ReadReport & {
  readonly drawn: ReturnType<typeof drawReport>;
  /** What is published under the stricter rule for small numbers, of the report's own month. */
  readonly strict: Published;
  /** Texts of records and fields of customers as they stand in the database, before anything is published. */
  readonly inside: string;
};

/** The sample report, read and drawn before the tests of a file, and ways to ask it. */
export function sampleReport() {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-sample-"));
  let sample: Sample;
  beforeAll(async () => {
    sample = await sampleOf(temp);
  });
  afterAll(() => rmSync(temp, {recursive: true, force: true}));

  const drawn = (language: Language) => sample.drawn[language]!;
  const rows = <Name extends TableName>(table: Name, where: Partial<Row<Name>> = {}): readonly Row<Name>[] =>
    rowsWith(sample.published[table], where);
  return {
    temp,
    drawn,
    report: () => sample,
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

/**
 * The sample report in a month, read once for all test files.
 *
 * @param month defaults to the report's own
 */
export const sampleOf = (temp: string, month = "2026-10"): Promise<Sample> =>
  once(`sample/${month}`, async () => {
    let inside = "";
    let strict = {} as Published;
    const own = month === "2026-10" ? {} : {month};
    const read = await readReport(join(project, "data"), {
      ...{temp, ...own, progress: silentProgress},
      keepsAll: true,
      use: async (database, {period}) => {
        inside = await textsInside(database);
        if (month === "2026-10") strict = await publish(database, {preset: "nchs", through: period.month});
      },
    });
    return {...read, drawn: drawReport(read), strict, inside};
  });

async function textsInside(database: Database): Promise<string> {
  const texts = await database.rows(
    "select title as text from stg_tickets union all select verbatim from stg_tickets union all select verbatim from stg_surveys union all select verbatim from stg_callbacks union all select verbatim from stg_calls",
  );
  const cards = await database.rows(
    "select * exclude (name_key, phone_key, email_key, id_card_key) from stg_customers",
  );
  return JSON.stringify([texts, cards]);
}

/** Rows that have these values. */
export const rowsWith = <Row extends object>(rows: readonly Row[], where: Partial<Row>): Row[] =>
  rows.filter((row) => Object.entries(where).every(([name, value]) => row[name as keyof Row] === value));
