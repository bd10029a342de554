import {existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {deserialize, serialize} from "node:v8";
import {afterAll, beforeAll} from "vitest";
import type {Database} from "../loaders/database/database.js";
import {drawReport} from "../loaders/draw/draw.js";
import {silentProgress} from "../loaders/messages/progress.js";
import type {ReadReport} from "../loaders/publish/report.js";
import {readReport} from "../loaders/read-report.js";
import type {Row, TableName} from "../src/marts/list.js";
import type {Language} from "../src/words/language.js";
import {project} from "./build/command.js";

export type Sample = Pick<ReadReport, "published" | "period"> & {
  readonly settings: ReadReport["folder"]["settings"];
  readonly accounts: ReadReport["imported"]["accounts"];
  readonly drawn: ReturnType<typeof drawReport>;
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
 * The sample report in a month. Whoever comes first reads it for all test files; the others wait for what was read.
 *
 * @param month defaults to the report's own
 */
export async function sampleOf(temp: string, month = "2026-10"): Promise<Sample> {
  const folder = join(process.env.HUISHENG_SAMPLE!, month);
  mkdirSync(folder, {recursive: true});
  const [done, failed] = [join(folder, "sample"), join(folder, "failed")];
  if (!isFirst(join(folder, "taken"))) {
    while (!existsSync(done)) {
      if (existsSync(failed))
        throw new Error("the sample report could not be read; see the first file that asked for it");
      await setTimeout(200);
    }
    return deserialize(readFileSync(done)) as Sample;
  }
  try {
    let inside = "";
    const own = month === "2026-10" ? {} : {month};
    const read = await readReport(join(project, "data"), {
      ...{temp, ...own, progress: silentProgress},
      keepsAll: true,
      use: async (database) => {
        inside = await textsInside(database);
      },
    });
    const {published, period, imported, folder: settingsOf} = read;
    const {accounts} = imported;
    const sample: Sample = {
      published,
      period,
      settings: settingsOf.settings,
      accounts,
      drawn: drawReport(read),
      inside,
    };
    writeFileSync(join(folder, "part"), serialize(sample));
    renameSync(join(folder, "part"), done);
    return sample;
  } catch (error) {
    writeFileSync(failed, "");
    throw error;
  }
}

async function textsInside(database: Database): Promise<string> {
  const texts = await database.rows(
    "select title as text from stg_tickets union all select verbatim from stg_tickets union all select verbatim from stg_surveys union all select verbatim from stg_callbacks union all select verbatim from stg_calls",
  );
  const cards = await database.rows(
    "select * exclude (name_key, phone_key, email_key, id_card_key) from stg_customers",
  );
  return JSON.stringify([texts, cards]);
}

function isFirst(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Rows that have these values. */
export const rowsWith = <Row extends object>(rows: readonly Row[], where: Partial<Row>): Row[] =>
  rows.filter((row) => Object.entries(where).every(([name, value]) => row[name as keyof Row] === value));
