import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openTable} from "../../loaders/cluster/table.js";
import {openDatabase} from "../../loaders/database/database.js";
import {clickhouseSchema} from "../../loaders/mapping/clickhouse-key.js";
import {ReportError, ReportErrors} from "../../loaders/messages/errors.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {readReport} from "../../loaders/read-report.js";
import {differentIds} from "../../loaders/records/staying-scan.js";
import {tinyReport} from "../build/tiny-report.js";
import {type Cluster, isAbsent, startCluster, suite} from "./cluster.js";
import {withoutFiles} from "./move.js";

describe.skipIf(isAbsent)(suite("records in a cluster of three nodes"), () => {
  let cluster: Cluster;
  let folder: string;
  let temp: string;
  let mapping: string;

  beforeAll(async () => {
    temp = mkdtempSync(join(tmpdir(), "huisheng-cluster-test-"));
    folder = tinyReport();
    mapping = readFileSync(join(folder, "mappings/desk.yaml"), "utf8");
    cluster = await startCluster();
    await load(
      "tickets",
      "id String, customer LowCardinality(String), type Enum8('complaint' = 1, 'inquiry' = 2), about LowCardinality(Nullable(String)), opened DateTime, solved Nullable(DateTime64(3, 'Europe/Berlin')), rating UInt8",
      `select id, customer, type, about, timezone('Asia/Shanghai', opened::timestamp) as opened, timezone('Asia/Shanghai', solved::timestamp) as solved, rating::utinyint as rating from read_csv('${folder}/exports/tickets.csv')`,
    );
  });
  afterAll(async () => {
    await cluster?.stop();
    for (const each of [folder, temp]) rmSync(each, {recursive: true, force: true});
  });

  const askAs = ({node = 0, user = "report", password = "secret"} = {}): void => {
    Object.assign(process.env, {
      CLICKHOUSE_URL: cluster.urls[node],
      CLICKHOUSE_USER: user,
      CLICKHOUSE_PASSWORD: password,
    });
  };

  /** Loads what a query of DuckDB gives into a table of the cluster. */
  async function load(name: string, columns: string, sql: string): Promise<void> {
    const database = await openDatabase({temp});
    const parquet = join(temp, "rows.parquet");
    await database.run(`copy (${sql}) to '${parquet}' (format parquet)`);
    database.close();
    await cluster.load(name, columns, readFileSync(parquet));
  }

  /** The tiny report with its tickets and ratings read from the cluster. */
  async function readThere({
    node = 0,
    user = "report",
    password = "secret",
    clickhouse = "{table: ops.tickets}",
    change = (yaml: string) => yaml,
  } = {}): Promise<ReadReport> {
    const there = mapping.replaceAll("files: tickets.csv", `clickhouse: ${clickhouse}`);
    writeFileSync(join(folder, "mappings/desk.yaml"), change(there));
    askAs({node, user, password});
    return await readReport(folder, {temp, progress: silentProgress});
  }

  async function readHere(): Promise<ReadReport> {
    writeFileSync(join(folder, "mappings/desk.yaml"), mapping);
    return await readReport(folder, {temp, progress: silentProgress});
  }

  /** What is said to the reader, less what the server adds in its own words. */
  async function said(options: Parameters<typeof readThere>[0]): Promise<string> {
    try {
      await readThere(options);
      return "fine";
    } catch (error) {
      if (!(error instanceof ReportError) && !(error instanceof ReportErrors)) throw error;
      return `${error.print("en")}\n${error.print("zh")}`;
    }
  }

  test("the report is the one made from files, whichever node is asked, and every row has its account", async () => {
    const files = withoutFiles((await readHere()).published);
    for (const node of [1, 2]) {
      const there = await readThere({node});
      expect(withoutFiles(there.published)).toEqual(files);
      expect(
        there.imported.accounts.map(({file, entity, rows_in, rows_kept, queries = []}) => [
          ...[file, entity, rows_in, rows_kept],
          queries.every((id) => id.startsWith("huisheng-")) && queries.length > 0,
        ]),
      ).toEqual([
        ["ops.tickets", "tickets", 240, 240, true],
        ["ops.tickets", "surveys", 240, 240, true],
        ["customers.csv", "customers", 60, 60, false],
      ]);
    }
  });

  /** Every type that a column may have, and how it reads. */
  const types: Readonly<Record<string, readonly [type: string, text: string]>> = {
    ticket_id: ["UUID", "00000000-0000-0000-0000-000000000001"],
    customer_id: ["FixedString(4)", "K1"],
    ticket_type: ["LowCardinality(Nullable(String))", "inquiry"],
    category: ["Array(String)", "a|b"],
    created_at: ["DateTime64(6, 'UTC')", "2026-04-01 00:30:00.25"],
    solved_at: ["Nullable(DateTime)", "2026-04-01 01:00:00"],
    fee: ["Nullable(Decimal(18, 4))", "12.5000"],
    reopened_count: ["Int64", "123456789"],
    is_solved: ["Bool", "true"],
    title: ["IPv4", "******"], // an address of the internet is personal, wherever it comes from
    closed_at: ["Date", "2026-04-02 00:00:00"],
  };

  test("a table is read as its columns, its order and its first day say", async () => {
    await load(
      "types",
      Object.entries(types)
        .map(([name, [type]]) => `${name} ${type}`)
        .join(", "),
      "select '00000000-0000-0000-0000-00000000000' || i as ticket_id, 'K1' as customer_id, case when i = 1 then 'inquiry' end as ticket_type, ['a', 'b'] as category, timestamptz '2026-03-31 16:30:00.250Z' as created_at, case when i = 1 then timestamptz '2026-03-31 17:00:00Z' end as solved_at, 12.5::decimal(18, 4) as fee, 123456789 as reopened_count, i = 1 as is_solved, '10.0.0.1' as title, date '2026-04-02' as closed_at from range(1, 3) rows(i)",
    );
    await load(
      "log",
      "id String, opened DateTime, type String, version UInt32",
      "select 'T1' as id, timestamptz '2026-04-01 00:00:00Z' as opened, case when i = 10 then 'complaint' else 'inquiry' end as type, i::uinteger as version from unnest([10, 9, 2]) rows(i)",
    );
    const columns = Object.keys(types).map((name) => `${name}: ${name}`);
    const entry = (entity: string, clickhouse: string, more: string) =>
      `  - {entity: ${entity}, clickhouse: {table: ${clickhouse}}, ${more}}\n`;
    writeFileSync(
      join(folder, "mappings/desk.yaml"),
      `label: {zh: 工单, en: Desk}\ntables:\n${entry("tickets", "ops.types", `columns: {${columns.join(", ")}}`)}${entry("surveys", "ops.tickets, since: {opened: 2026-02-01}", "columns: {response_id: id, answered_at: opened, score: rating}, defaults: {question: csat}")}`,
    );
    writeFileSync(
      join(folder, "mappings/log.yaml"),
      `label: {zh: 日志, en: Log}\ntables:\n${entry("tickets", "ops.log, order: version", "columns: {ticket_id: id, created_at: opened, ticket_type: type}, fold: {by: ticket_id}")}`,
    );
    askAs();
    const rows: Record<string, unknown[]> = {};
    const {imported} = await readReport(folder, {
      temp,
      progress: silentProgress,
      use: async (database) => {
        const list = Object.keys(types).map((name) => `cast(${name} as varchar) as ${name}`);
        const from = "from all_tickets where _source =";
        rows.types = await database.rows(`select ${list.join(", ")} ${from} 'desk' order by ticket_id`);
        rows.log = await database.rows(`select ticket_id, ticket_type ${from} 'log'`);
      },
    }).finally(() => rmSync(join(folder, "mappings/log.yaml")));

    const first = Object.fromEntries(Object.entries(types).map(([name, [, text]]) => [name, text]));
    const second = {ticket_id: first.ticket_id!.replace(/1$/, "2"), ticket_type: null, solved_at: null};
    expect(rows.types).toEqual([first, {...first, ...second, is_solved: "false"}]);
    // the highest version counts, as a number and not as a text
    expect(rows.log).toEqual([{ticket_id: "T1", ticket_type: "complaint"}]);
    const late = imported.accounts.find(({entity}) => entity === "surveys")!;
    expect([late.rows_in, late.rows_kept, late.rows_set_aside, late.notes.map(({en}) => en)]).toEqual([
      ...[240, 180, 60],
      ["60 row(s) before 2026-02-01 stay in the table, counted and set aside"],
    ]);
  });

  test("what a cluster refuses is told with the line of the mapping and what to do", async () => {
    const at = "mappings/desk.yaml line 4:";
    const cases: readonly (readonly [Parameters<typeof readThere>[0], string, RegExp])[] = [
      [{password: "wrong"}, "cluster_password", /does not know this user with this password\. \(516: /],
      [{user: "fixed"}, "cluster_settings", /ask the administrator for readonly = 2/],
      [{user: "small"}, "cluster_memory", /more memory than the cluster allows this user\. \(241: /],
      [{user: "slow"}, "cluster_timeout", /longer than the cluster allows this user\. \(159: /],
      [{user: "cut"}, "cluster_limit", /more rows or bytes than the cluster allows this user\. \(396: /],
      [{clickhouse: "{table: ops.tikets}"}, "cluster_no_table", /has no ops\.tikets.* Did you mean "ops\.tickets"/],
      [{clickhouse: "{table: opps.tickets}"}, "cluster_no_table", /Did you mean "ops\.tickets"/],
      [{clickhouse: "{table: ops.tickets, since: {opend: 2026-02-01}}"}, "cluster_since", /Did you mean "opened"\?/],
      [{clickhouse: "{table: ops.tickets, order: opend}"}, "cluster_order", /Did you mean "opened"\?/],
      [{clickhouse: "{table: ops.tickets, since: {about: 2026-02-01}}"}, "cluster_since", /not Date or DateTime/],
    ];
    for (const [options, code, words] of cases) {
      const text = await said(options);
      expect(text).toMatch(words);
      expect(text.startsWith(at) && text.includes(`(${code})`) && text.includes(`（${code}）`), text).toBe(true);
    }
    const renamed = await said({change: (yaml) => yaml.replace("solved_at: solved", "solved_at: sovled")});
    expect(renamed).toMatch(/line 5 .*there is no column "sovled" \(solved_at\); the nearest is "solved"/);
  });

  test("without one shard there is no report, even for a user whose profile would skip it", async () => {
    const up = await cluster.down(2);
    try {
      // the server itself would answer with two thirds of the rows and no word about it
      const profile = {"X-ClickHouse-User": "lax", "X-ClickHouse-Key": "secret"};
      const body = "SELECT count() FROM ops.tickets";
      const part = await fetch(cluster.urls[0]!, {method: "POST", body, headers: profile});
      const rows = Number(await part.text());
      expect([part.status, rows > 0 && rows < 240]).toEqual([200, true]);
      expect(await said({user: "lax"})).toMatch(/a shard did not answer.*\(cluster_shard\)/s);
    } finally {
      await up();
    }
    const table = clickhouseSchema.parse({table: "ops.tickets"});
    const opened = await openTable(table, {folder, place: {zh: "", en: ""}, zone: "UTC"});
    expect(await opened.count()).toEqual({rows: 240, before: 0});
  });

  test("ids that are more than a node holds at once are counted by halves", async () => {
    await cluster.make("ids", "id String");
    await cluster.run(
      "INSERT INTO ops.ids SELECT concat('C', toString(number % 600000)) FROM numbers(600010) SETTINGS distributed_foreground_insert = 1",
    );
    askAs({user: "tight"});
    const table = clickhouseSchema.parse({table: "ops.ids"});
    const opened = await openTable(table, {folder, place: {zh: "", en: ""}, zone: "UTC"});
    expect(await opened.memory()).toBe(40_000_000);
    // A node may die after it has refused a query, and comes back.
    const ask = async (sql: string, left = 5): ReturnType<typeof opened.ask> => {
      try {
        return await opened.ask(sql);
      } catch (error) {
        if ((error as ReportError).code === "cluster_memory" || left === 0) throw error;
        await setTimeout(2000);
        return ask(sql, left - 1);
      }
    };
    const generous = {...opened, memory: async () => 1e12, ask};
    const [column] = opened.columns;
    const before = opened.queries.length;
    expect(await differentIds(generous, column!, 600_010)).toBe(600_000);
    expect(opened.queries.length - before).toBeGreaterThan(2);
    await expect(differentIds(generous, column!, 1)).rejects.toMatchObject({code: "cluster_memory"});
  });

  test("a cluster that is not there is told of", async () => {
    const up = await cluster.down(1);
    try {
      expect(await said({node: 1})).toMatch(/the cluster cannot be reached\. .*\(cluster_unreachable\)/s);
    } finally {
      await up();
    }
  });
});
