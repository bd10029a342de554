import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Database, openDatabase} from "../../loaders/database/database.js";
import {identifier, literal} from "../../loaders/database/sql-text.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {floorOf, metricsOf} from "../../loaders/models/floor.js";
import {wordsThere} from "../../loaders/models/model.js";
import {orderModels, readModels} from "../../loaders/models/run.js";
import {askThere, placeOf} from "../../loaders/models/there.js";
import {readReport} from "../../loaders/read-report.js";
import {tinyReport} from "../build/tiny-report.js";
import {type Cluster, isAbsent, startCluster, suite} from "./cluster.js";
import {callsIn, columnsThere, parquetOf} from "./floor.js";

/** What DuckDB and ClickHouse both have under these names, with one meaning; our own macros among them. */
const shared = new Set(
  "and or not count count_star sum min max coalesce floor least row_number lead grouping date_trunc date_part to_days month_of code_of is_before strftime any_value key_of mark_of ~~ + - * / ||".split(
    " ",
  ),
);

/** Calls of the customers and tickets of the tiny report: some of nobody, some with no queue, no answer, no length. */
const calls = Array.from({length: 2000}, (_, i) => {
  const some = (share: number, text: string) => (i % share === 0 ? "" : text);
  const at =
    i === 4
      ? "2031-01-01 09:00"
      : `2026-0${1 + (i % 4)}-${String(1 + ((i * 7) % 28)).padStart(2, "0")} ${String(8 + (i % 11)).padStart(2, "0")}:${String((i * 37) % 60).padStart(2, "0")}`;
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
const same = (columns: readonly string[]) => `{${columns.map((name) => `${name}: ${name}`).join(", ")}}`;
const mapping = `label: {zh: 电话, en: Calls}
tables:
  - {entity: calls, files: calls.csv, columns: ${same(names)}}
  - {entity: surveys, files: asked.csv, columns: ${same(["response_id", "call_id", "answered_at", "score"])}, defaults: {question: csat}}
  - {entity: sessions, files: chat.csv, columns: ${same(["session_id", "customer_id", "entered_at", "is_bot"])}}
  - {entity: orders, files: orders.csv, columns: ${same(["order_line_id", "customer_id", "ordered_at", "amount"])}}
  - {entity: actions, files: actions.csv, columns: ${same(["action_id", "opened_date", "metric"])}}
  - {entity: control_totals, files: ledger.csv, columns: ${same(["month", "source", "measure", "value"])}}
  - {entity: customers, files: cards.csv, columns: ${same(["customer_id", "contact_preference"])}}
`;
/** Everything that something asks of calls together with other records. */
const others: Readonly<Record<string, readonly string[]>> = {
  asked: ["response_id,call_id,answered_at,score", "R1,C5,2026-02-03 09:00,4", "R2,C999999,2026-02-03 10:00,2"],
  chat: [
    "session_id,customer_id,entered_at,is_bot",
    ...Array.from({length: 60}, (_, i) => `S${i},K${i},2026-0${1 + (i % 4)}-${10 + (i % 9)} 08:00,bot`),
  ],
  orders: ["order_line_id,customer_id,ordered_at,amount", "O1,K1,2026-01-05,100", "O2,K2,2026-03-05,50"],
  actions: ["action_id,opened_date,metric", "A1,2026-02-01,answer_rate"],
  ledger: ["month,source,measure,value", "2026-03,calls,calls.count,7"],
  cards: [
    "customer_id,contact_preference",
    ...Array.from({length: 60}, (_, i) => `K${i},${i % 2 ? "no_call" : "any"}`),
  ],
};
const information = "pages:\n  - {code: how_to, label_zh: 说明, label_en: How-to, topics: [t1], categories: [noise]}\n";

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

test("what reads calls uses only what both engines have", async () => {
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
    const {records, answers, strays} = floorOf(orderModels([...models.values()]), "calls");
    for (const name of [...records, ...answers])
      expect([name, await strange(wordsThere(models.get(name)!, models).sql)]).toEqual([name, []]);
    expect(strays).toEqual([]);
    expect(answers.size).toBeGreaterThan(15);
    const said = [...models.values()].filter(({comment}) => /\(Counted where the records are[.,]/.test(comment));
    expect(said.map(({name}) => name).sort()).toEqual([...answers].sort());
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
    const files = {calls: [names.join(","), ...calls], ...others};
    const exports = Object.entries(files).map(([name, lines]) => [`exports/${name}.csv`, `${lines.join("\n")}\n`]);
    folder = tinyReport({
      ...Object.fromEntries(exports),
      "mappings/calls.yaml": mapping,
      "rules/information.yaml": information,
    });
    cluster = await startCluster();
  });
  afterAll(async () => {
    await cluster?.stop();
    for (const each of [folder, temp]) rmSync(each, {recursive: true, force: true});
  });

  /** Rows that one side has and the other lacks. */
  async function compare(
    database: Database,
    {name, rows, metrics}: {name: string; rows: string; metrics: readonly string[]},
  ) {
    // Metrics of other records are not asked of calls.
    const own =
      metrics.length > 0 ? `where metric in (${metrics.map((metric) => literal(metric.slice(7))).join(", ")})` : "";
    const here = `(select * from ${identifier(name)} ${own})`;
    const there = `(${rows})`;
    const [row] = await database.rows(
      `select (select count(*) from ${here}) as rows, (select count(*) from (${here} except all ${there})) as missing, (select count(*) from (${there} except all ${here})) as extra`,
    );
    return {name, isEmpty: Number(row!.rows) === 0, missing: Number(row!.missing), extra: Number(row!.extra)};
  }

  test("one text of SQL gives the same rows on both engines", async () => {
    const found: unknown[] = [];
    const answers: string[] = [];
    await readReport(folder, {
      temp,
      progress: silentProgress,
      keepsAll: true,
      use: async (database) => {
        const ordered = orderModels(await readModels(database));
        const columns = await columnsThere(database, "all_calls");
        await cluster.load("calls", columns, await parquetOf(database, "all_calls", join(temp, "calls.parquet")));
        const place = placeOf(ordered, {staying: callsIn(cluster, "ops.calls"), temp});
        answers.push(...place.floor.answers);
        for (const name of answers) {
          const {rows} = await askThere(database, place.models.get(name)!, {...place, folder: temp});
          const metrics = metricsOf(place.models, {floor: place.floor, name});
          found.push(await compare(database, {name, rows, metrics}));
        }
      },
    });
    // Nobody here is a key account or under contract; the whole sample is compared by whole.test.ts.
    const isEmpty = (name: string) => ["int_account_calls", "contact_load"].includes(name);
    expect(found).toEqual(answers.map((name) => ({name, isEmpty: isEmpty(name), missing: 0, extra: 0})));
  });
});
