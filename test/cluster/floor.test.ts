import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Database, openDatabase} from "../../loaders/database/database.js";
import {fileLiteral, identifier, literal} from "../../loaders/database/sql-text.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readModels} from "../../loaders/models/run.js";
import {readReport} from "../../loaders/read-report.js";
import {tinyReport} from "../build/tiny-report.js";
import {type Cluster, isAbsent, startCluster, suite} from "./cluster.js";
import {answers, columnsThere, floor, parquetOf, runThere, scored} from "./floor.js";

/** What DuckDB and ClickHouse both have under these names, with one meaning; our own macros among them. */
const shared = new Set(
  "and or not count count_star sum min max coalesce floor row_number lead grouping date_trunc date_part to_days month_of is_before strftime ~~ + - * / ||".split(
    " ",
  ),
);

/** Calls of the customers and tickets of the tiny report: some of nobody, some with no queue, no answer, no length. */
const calls = Array.from({length: 2000}, (_, i) => {
  const some = (share: number, text: string) => (i % share === 0 ? "" : text);
  const at = `2026-0${1 + (i % 4)}-${String(1 + ((i * 7) % 28)).padStart(2, "0")} ${String(8 + (i % 11)).padStart(2, "0")}:${String((i * 37) % 60).padStart(2, "0")}`;
  const answered = i % 5 ? "yes" : "no";
  const talk = answered === "yes" ? some(29, `${(i * 31) % 700}`) : "";
  const whose = [some(11, `K${(i * 13) % 66}`), i % 17 ? "" : `T${i % 260}`];
  const about = [some(13, `q${i % 3}`), `A${i % 7}`, some(8, `t${i % 4}`), some(6, "North")];
  const resolved = answered === "yes" && i % 3 ? "yes" : some(4, "no");
  const direction = i % 10 ? "inbound" : some(20, "outbound");
  const became = [some(9, answered), resolved, some(23, `${(i * 7) % 90}`), talk];
  return [`C${i}`, ...whose, at, direction, ...about, ...became].join(",");
});
const names =
  "call_id customer_id ticket_id called_at direction queue agent topic region is_answered is_resolved wait_seconds talk_seconds".split(
    " ",
  );
const mapping = `label: {zh: 电话, en: Calls}\ntables:\n  - {entity: calls, files: calls.csv, columns: {${names.map((name) => `${name}: ${name}`).join(", ")}}}\n`;

/** What reads calls and cannot run there yet, or has not been tried on rows; it only shrinks. */
const waiting =
  "bot_sessions int_account_events int_action_counts int_answerable_contacts int_cross_checks_days int_cross_checks_surveys int_measure_totals int_reconciliation_records int_service_touches int_weighted_sums preference_checks records_listed service_standards".split(
    " ",
  );

interface Node {
  readonly class?: string;
  readonly function_name?: string;
  readonly partitions?: readonly unknown[];
  readonly orders?: readonly unknown[];
}

/** Functions of a query that the other engine may not have, and windows over all rows, of which it loses those of other nodes. */
function foreign(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(foreign);
  if (tree === null || typeof tree !== "object") return [];
  const {class: kind, function_name = "", partitions = [], orders = []} = tree as Node;
  const own: string[] = [];
  if (function_name !== "" && !shared.has(function_name)) own.push(function_name);
  if (kind === "WINDOW" && partitions.length + orders.length === 0) own.push(`${function_name} over all rows`);
  return [...own, ...Object.values(tree).flatMap(foreign)];
}

test("what reads calls uses only what both engines have, or waits for it", async () => {
  const temp = mkdtempSync(join(tmpdir(), "huisheng-floor-"));
  const database = await openDatabase({temp});
  try {
    const strange = async (sql: string) => {
      const [row] = await database.rows(`select json_serialize_sql(${literal(sql)}::varchar) as tree`);
      return foreign(JSON.parse(String(row!.tree)));
    };
    expect(await strange("select 7 // 2, median(score), count(*) over () from stg_calls")).toEqual([
      "//",
      "median",
      "count over all rows",
    ]);
    const models = new Map((await readModels(database)).map((model) => [model.name, model]));
    for (const name of floor) expect([name, await strange(models.get(name)!.sql)]).toEqual([name, []]);
    const reading = [...models.values()].filter(({reads}) =>
      reads.some((read) => floor.includes(read) && !answers.includes(read)),
    );
    expect(
      reading
        .map(({name}) => name)
        .filter((name) => !floor.includes(name))
        .sort(),
    ).toEqual(waiting);
  } finally {
    database.close();
    rmSync(temp, {recursive: true, force: true});
  }
});

describe.skipIf(isAbsent)(suite("models of calls on a cluster of three nodes"), () => {
  let cluster: Cluster;
  let folder: string;
  let temp: string;

  beforeAll(async () => {
    temp = mkdtempSync(join(tmpdir(), "huisheng-floor-"));
    const exports = `${names.join(",")}\n${calls.join("\n")}\n`;
    folder = tinyReport({"exports/calls.csv": exports, "mappings/calls.yaml": mapping});
    cluster = await startCluster();
  });
  afterAll(async () => {
    await cluster?.stop();
    for (const each of [folder, temp]) rmSync(each, {recursive: true, force: true});
  });

  /** Rows that one side has and the other lacks. */
  async function compare(database: Database, {name, path}: {name: string; path: string}) {
    const described = await database.rows(`describe ${identifier(name)}`);
    const columns = described.map(({column_name, column_type}) => `cast("${column_name}" as ${column_type})`);
    // Metrics of other records are not asked of calls.
    const own = name === "int_metric_sums" ? `where metric in (${scored.map(literal).join(", ")})` : "";
    const here = `(select * from ${identifier(name)} ${own})`;
    const there = `(select ${columns.join(", ")} from read_parquet(${fileLiteral(path)}, binary_as_string = true))`;
    const [row] = await database.rows(
      `select (select count(*) from ${here}) as rows, (select count(*) from (${here} except all ${there})) as missing, (select count(*) from (${there} except all ${here})) as extra`,
    );
    return {name, isEmpty: Number(row!.rows) === 0, missing: Number(row!.missing), extra: Number(row!.extra)};
  }

  test("one text of SQL gives the same rows on both engines", async () => {
    const found: unknown[] = [];
    await readReport(folder, {
      temp,
      progress: silentProgress,
      keepsAll: true,
      use: async (database) => {
        const models = new Map((await readModels(database)).map((model) => [model.name, model]));
        const columns = await columnsThere(database, "all_calls");
        await cluster.load("calls", columns, await parquetOf(database, "all_calls", join(temp, "calls.parquet")));
        for (const name of answers) {
          const path = await runThere({cluster, database, temp}, {models, name, calls: "ops.calls"});
          found.push(await compare(database, {name, path}));
        }
      },
    });
    expect(found).toEqual(answers.map((name) => ({name, isEmpty: false, missing: 0, extra: 0})));
  });
});
