import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {parse, stringify} from "yaml";
import {openDatabase} from "../../loaders/database/database.js";
import {fileLiteral} from "../../loaders/database/sql-text.js";
import {ReportError, ReportErrors} from "../../loaders/messages/errors.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readExports, readRecords, readReport} from "../../loaders/read-report.js";
import {readSettings} from "../../loaders/settings.js";
import {project} from "../build/command.js";
import {tinyReport} from "../build/tiny-report.js";
import {standBefore} from "./between.js";
import {type Cluster, isAbsent, startCluster, suite} from "./cluster.js";
import {withoutFiles} from "./move.js";

/** The calls of the sample as a telephone system keeps them, each column with a type of its own. */
const columns: Readonly<Record<string, readonly [type: string, there: string]>> = {
  call_no: ["varchar", "String"],
  customer: ["varchar", "Nullable(String)"],
  ticket: ["varchar", "String"],
  start: ["timestamp", "DateTime"],
  dir: ["varchar", "Enum8('in' = 1, 'out' = 2)"],
  queue: ["varchar", "LowCardinality(Nullable(String))"],
  agent: ["varchar", "LowCardinality(String)"],
  topic: ["varchar", "Nullable(String)"],
  region: ["varchar", "Nullable(String)"],
  offered: ["boolean", "Bool"],
  answered: ["utinyint", "UInt8"],
  resolved: ["boolean", "Nullable(Bool)"],
  wait_s: ["integer", "Nullable(Float64)"],
  talk_s: ["integer", "Nullable(UInt32)"],
};

describe.skipIf(isAbsent)(suite("calls that stay on a cluster of three nodes"), () => {
  let cluster: Cluster;
  let temp: string;

  beforeAll(async () => {
    temp = mkdtempSync(join(tmpdir(), "huisheng-staying-"));
    cluster = await startCluster();
    askAt(cluster.urls[1]!);
    await makeFlaws();
  });
  afterAll(async () => {
    await cluster?.stop();
    rmSync(temp, {recursive: true, force: true});
  });

  const askAt = (url: string): void => {
    Object.assign(process.env, {CLICKHOUSE_URL: url, CLICKHOUSE_USER: "report", CLICKHOUSE_PASSWORD: "secret"});
  };

  /** The sample without its customers' own words on the telephone, whose calls come from elsewhere. */
  function sampleWith(name: string, from: object): string {
    const folder = join(temp, name);
    cpSync(join(project, "data"), folder, {recursive: true});
    const file = join(folder, "mappings/callcentre.yaml");
    const written = parse(readFileSync(file, "utf8")) as {tables: {entity: string; columns: object}[]};
    const tables = written.tables.map(({entity, columns: own, ...table}) => {
      if (entity !== "calls") return {entity, columns: own, ...table};
      const {verbatim: _, ...known} = own as Record<string, unknown>;
      return {entity, columns: known, ...from};
    });
    writeFileSync(file, stringify({...written, tables}));
    return folder;
  }

  /** Puts the calls of the sample into a Parquet file and into the cluster, without those that a reader lists as unreadable. */
  async function load(path: string): Promise<void> {
    const there = join(temp, "there.parquet");
    const names = Object.keys(columns);
    const texts = names.map((name) => `${name}: 'varchar'`).join(", ");
    const files = `${fileLiteral(join(project, "data/exports/callcentre"))} || '/calls_*.jsonl.gz'`;
    const cells = Object.entries(columns).map(([name, [type]]) => `try_cast(${name} as ${type}) as ${name}`);
    const isRead =
      "dir in ('in', 'out') and try_cast(wait_s as integer) is not null and try_cast(talk_s as integer) is not null";
    const database = await openDatabase({temp});
    await database.run(
      `create table calls as select ${cells.join(", ").replace("try_cast(answered as utinyint)", "cast(try_cast(answered as boolean) as utinyint)")} from read_json(${files}, ignore_errors = true, format = 'newline_delimited', columns = {${texts}}) where ${isRead}`,
    );
    await database.run(`copy calls to ${fileLiteral(path)} (format parquet)`);
    await database.run(
      `copy (select * replace (timezone('Asia/Shanghai', start) as start, coalesce(ticket, '') as ticket, coalesce(agent, '') as agent) from calls) to ${fileLiteral(there)} (format parquet)`,
    );
    database.close();
    await cluster.load("calls", names.map((name) => `${name} ${columns[name]![1]}`).join(", "), readFileSync(there));
  }

  test("the sample report with calls that stay publishes what it does from a file of them", async () => {
    const files = sampleWith("files", {files: "calls.parquet"});
    await load(join(files, "exports/calls.parquet"));
    const stays = sampleWith("stays", {clickhouse: {table: "ops.calls", stay: true}});
    const there = await readReport(stays, {temp, progress: silentProgress});
    const here = await readReport(files, {temp, progress: silentProgress});
    expect(withoutFiles(there.published)).toEqual(withoutFiles(here.published));
    const callsOf = ({imported}: typeof here) => imported.accounts.find(({entity}) => entity === "calls")!;
    const {rows_in, rows_kept, rows_set_aside, records} = callsOf(here);
    expect(callsOf(there)).toMatchObject({file: "ops.calls", rows_in, rows_kept, rows_set_aside, records});
    expect(callsOf(there).queries!.length).toBeGreaterThan(30);
    // what is late next month is seen by what each month has now
    const months = ({snapshot}: typeof here) =>
      snapshot!.records.counts.filter(({entity}) => entity === "calls").map(({month, records: own}) => [month, own]);
    expect(months(there)).toEqual(months(here));
  });

  /** A small report whose calls are those of a table with something wrong in each of some columns. */
  const flawed = "call_id: id, called_at: at, customer_id: whose, direction: said, agent: agent".split(", ");
  const fine = flawed.map((entry) =>
    entry.replace("direction: said", "direction: {from: said, other: blank, values: {inbound: inbound}}"),
  );
  const mappingOf = (entries: readonly string[], more = "") =>
    `label: {zh: 电话, en: Calls}\ntables:\n  - entity: calls\n    clickhouse: {table: ops.flaws, stay: true}\n    columns: {${entries.join(", ")}}\n${more}`;

  async function makeFlaws(): Promise<void> {
    await cluster.make(
      "flaws",
      "id String, again String, none String, at DateTime, spoken String, whose String, odd String, said String, agent String, phone String, many String, ruined String",
    );
    await cluster.run(
      `INSERT INTO ops.flaws SELECT 'C' || n, 'C' || toString(intDiv(number, 2)), if(number = 7, '', 'C' || n), toDateTime('2026-01-05 09:00:00', 'UTC') + number * 4000, '2026-01-05',
         'K' || toString(number % 60), if(number = 3, 'n/a', 'K1'), if(number = 1, 'sideways', 'inbound'), 'A1', if(number = 2, '13912345678', 'A1'), 'A' || n, '1' || leftPad(n, 14, '0') || '0'
       FROM (SELECT number, toString(number) AS n FROM numbers(2100)) SETTINGS distributed_foreground_insert = 1`,
    );
  }

  /** What is said in English of a report whose calls are mapped so. */
  async function said(mapping: string, changes: Record<string, string> = {}): Promise<string> {
    const folder = tinyReport({"mappings/calls.yaml": mapping, ...changes});
    try {
      await readExports(folder, {temp, progress: silentProgress});
      return "fine";
    } catch (error) {
      if (!(error instanceof ReportError) && !(error instanceof ReportErrors)) throw error;
      return error.print("en");
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  }

  test("what cannot stay is told with the line of the mapping and what to do", async () => {
    expect(await said(mappingOf(fine))).toBe("fine");
    const change = (from: string, to: string) => mappingOf(fine.map((entry) => entry.replace(from, to)));
    const cases: readonly (readonly [string, RegExp])[] = [
      [mappingOf(flawed), /direction holds what cannot be read: "sideways" \(1\)\./],
      [change("call_id: id", "call_id: again"), /1050 row\(s\) have the id of another/],
      [change("call_id: id", "call_id: none"), /1 row\(s\) have no id and would be rejected/],
      [change("call_id: id", "call_id: ruined"), /call_id holds numbers of 16 digits and more that have lost/],
      [change("call_id: id", "call_id: {from: id, prefix: X}"), /taken as they are, without prefix:/],
      [change("called_at: at", "called_at: spoken"), /has to be Date or DateTime there; this column is String/],
      [change("whose", "odd"), /1 customer_id cannot be taken as they stand \(such as n\/a\)/],
      [change("agent: agent", "agent: phone"), /holds a telephone number, a name or the like/],
      [change("agent: agent", "agent: many"), /agent has more than 2000 different values/],
      [change("agent: agent", "verbatim: agent"), /looked through here, text by text, and cannot stay/],
      [mappingOf(fine, "    where: {said: [inbound]}\n"), /cannot have where:/],
      [
        mappingOf(fine)
          .replace("calls\n", "sessions\n")
          .replace("call_id", "session_id")
          .replace("called_at", "entered_at")
          .replace(/direction: \{.*\}\}, /, ""),
        /calls alone can stay in a cluster, sessions cannot yet/,
      ],
    ];
    for (const [mapping, words] of cases) {
      const text = await said(mapping);
      expect(text).toMatch(words);
      expect(text).toMatch(
        /^mappings\/calls\.yaml line \d.*\nFix: have the administrator make a view without it.*\(cannot_stay\)/s,
      );
    }
    const parts = "company: {zh: 小样, en: Tiny}\nmonth: 2026-04\naudiences: {north: {where: {region: [North]}}}\n";
    expect(await said(mappingOf(fine), {"report.yaml": parts})).toMatch(/report\.yaml has audiences:/);
    const second =
      "label: {zh: 又, en: More}\ntables:\n  - {entity: calls, files: more.csv, columns: {call_id: id, called_at: at}}\n";
    expect(await said(mappingOf(fine), {"mappings/more.yaml": second})).toMatch(
      /calls come from several tables or files/,
    );
  });

  test("rows that change while they are counted stop the build", async () => {
    const folder = tinyReport({"mappings/calls.yaml": mappingOf(fine)});
    const database = await openDatabase({temp});
    try {
      const {imported} = await readRecords(database, {...readSettings(folder), progress: silentProgress});
      await imported.staying!.assertUnchanged();
      const row = "'late', '', '', toDateTime('2026-01-05 09:00:00', 'UTC'), '', 'K0', '', 'inbound', 'A1', '', '', ''";
      await cluster.run(`INSERT INTO ops.flaws SELECT ${row} SETTINGS distributed_foreground_insert = 1`);
      await expect(imported.staying!.assertUnchanged()).rejects.toThrow(
        /changed while it was counted: rows of 2026-01-05/,
      );
    } finally {
      database.close();
      rmSync(folder, {recursive: true, force: true});
    }
  });

  test("nodes killed at any question of a build: a clean message or the right numbers, never a part of them", async () => {
    const folder = tinyReport({"mappings/calls.yaml": mappingOf(fine)});
    /** What the calls come to, or what was said, with a node killed at a question; none at 0. */
    const build = async (question: number, {node, isWhole}: {node: number; isWhole: boolean}) => {
      let [asked, up] = [0, async (): Promise<void> => {}];
      const onQuestion = async (count: number) => {
        asked = count;
        if (count === question) up = await cluster.down(node);
      };
      const between = await standBefore(cluster.urls[0]!, {onQuestion});
      askAt(between.url);
      try {
        if (isWhole)
          return {
            result: (await readReport(folder, {temp, progress: silentProgress})).published.calls_by_segment,
            asked,
          };
        const {accounts} = await readExports(folder, {temp, progress: silentProgress});
        return {result: accounts.map(({sha256, rows_kept}) => [sha256, rows_kept]), asked};
      } catch (error) {
        if (!(error instanceof ReportError) && !(error instanceof ReportErrors)) throw error;
        return {result: error.print("en"), asked};
      } finally {
        between.close();
        await up();
        askAt(cluster.urls[1]!);
      }
    };
    const whole = await build(0, {node: 0, isWhole: false});
    expect([whole.result, whole.asked > 12]).toEqual([expect.any(Array), true]);
    const reading = Array.from({length: whole.asked}, (_, at) => ({question: at + 1, isWhole: false}));
    const counting = [1, 4, 8, 12].map((more) => ({question: whole.asked + more, isWhole: true}));
    let told = 0;
    for (const [at, {question, isWhole}] of [...reading, ...counting].entries()) {
      const {result} = await build(question, {node: at % 2 === 0 ? 0 : 2, isWhole});
      if (typeof result !== "string") expect([isWhole, result]).toEqual([false, whole.result]);
      else {
        expect(result).toMatch(
          /^mappings\/calls\.yaml line \d+: .*\nFix: .*\n\((cluster_shard|cluster_unreachable|cluster_cut)\)$/,
        );
        told++;
      }
    }
    expect(told).toBeGreaterThanOrEqual(reading.length + counting.length - 2);
    rmSync(folder, {recursive: true, force: true});
  });
});
