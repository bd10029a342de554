import {readFileSync, writeFileSync} from "node:fs";
import {setTimeout} from "node:timers/promises";
import {settings} from "../../loaders/cluster/settings.js";
import type {Database} from "../../loaders/database/database.js";
import {fileLiteral, identifier} from "../../loaders/database/sql-text.js";
import type {Model} from "../../loaders/models/run.js";
import type {Cluster} from "./cluster.js";

/** Models of one row per record: on a cluster they are parts of a query and never an answer. */
const records = new Set(
  "stg_calls metric_answer_rate metric_call_resolved metric_connect_rate metric_service_level metric_fcr_7 metric_fcr_30 int_calls_offered int_contacts int_contacts_followed int_metric_scores int_metric_periods int_metric_repeats".split(
    " ",
  ),
);

/** What answers from calls: each is a sum, or a list of what is wrong. */
export const answers =
  "int_metric_sums call_seconds calls_by_segment contact_identity int_dated_records int_records_by_month int_cross_check_bases int_cross_checks_service int_source_matches".split(
    " ",
  );

export const floor: readonly string[] = [...records, ...answers];

/** Metrics that calls and contacts are scored by. */
export const scored = [...records].filter((name) => name.startsWith("metric_")).map((name) => name.slice(7));

/** Our macros, as ClickHouse has functions in a query. */
const dialect = [
  "(day -> substring(toString(toDate32(day)), 1, 7)) AS month_of",
  "(days -> toIntervalDay(days)) AS to_days",
  "((later, earlier) -> later < earlier AND NOT (toDate32(later) = toDate32(earlier) AND later = toStartOfDay(later))) AS is_before",
  "((moment, form) -> formatDateTime(moment, form)) AS strftime",
];

/**
 * Types of columns, as ClickHouse calls them; every column may be empty. A moment on the clocks of a place is one of UTC,
 * by its type: without it some functions (formatDateTime) take the server's own zone, whatever session_timezone says.
 */
export function typeThere(type: string): string {
  const plain = {
    ...{VARCHAR: "String", BOOLEAN: "Bool", INTEGER: "Int32", BIGINT: "Int64", HUGEINT: "Int128", DOUBLE: "Float64"},
    ...{DATE: "Date32", TIMESTAMP: "DateTime64(6, 'UTC')"},
  }[type];
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (!plain && !decimal) throw new Error(`no type for ${type}`);
  return `Nullable(${plain ?? `Decimal(${decimal![1]}, ${decimal![2]})`})`;
}

/** Columns of a table with their types there: "`call_id` Nullable(String), …". */
export async function columnsThere(database: Database, table: string): Promise<string> {
  const rows = await database.rows(`describe ${identifier(table)}`);
  return rows.map((row) => `\`${row.column_name}\` ${typeThere(String(row.column_type))}`).join(", ");
}

/** The rows of a table as Parquet. */
export async function parquetOf(database: Database, table: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  await database.run(`copy (select * from ${identifier(table)}) to ${fileLiteral(path)} (format parquet)`);
  return new Uint8Array(readFileSync(path));
}

/**
 * Runs the very SQL of a model on a cluster, where `all_calls` is a table: what it reads of records becomes part of the
 * query, every other table goes up with it. Gives the path of its rows as Parquet.
 */
export async function runThere(
  {cluster, database, temp}: {cluster: Cluster; database: Database; temp: string},
  {models, name, calls}: {models: ReadonlyMap<string, Model>; name: string; calls: string},
): Promise<string> {
  const parts = new Map<string, string>();
  const sent = new Set<string>();
  const take = (read: string): void => {
    if (parts.has(read)) return;
    if (read === "all_calls") parts.set(read, `SELECT * FROM ${calls}`);
    else if (read === "all_metrics") {
      for (const metric of scored) take(`metric_${metric}`);
      const each = scored.map((metric) => `SELECT '${metric}' AS metric, *, NULL AS weight FROM metric_${metric}`);
      parts.set(read, each.join(" UNION ALL "));
    } else if (records.has(read)) {
      models.get(read)!.reads.forEach(take);
      parts.set(read, models.get(read)!.sql);
    } else sent.add(read);
  };
  models.get(name)!.reads.forEach(take);
  const prelude = [...dialect, ...[...parts].map(([part, sql]) => `${part} AS (\n${sql}\n)`)].join(",\n");
  const url = new URL(cluster.urls[1]!);
  const form = new FormData();
  for (const table of sent) {
    url.searchParams.set(`${table}_structure`, await columnsThere(database, table));
    url.searchParams.set(`${table}_format`, "Parquet");
    form.set(table, new Blob([await parquetOf(database, table, `${temp}/sent.parquet`)]), table);
  }
  form.set("query", `WITH ${prelude}\nSELECT * FROM (\n${models.get(name)!.sql}\n) FORMAT Parquet`);
  for (const [setting, value] of Object.entries(settings)) url.searchParams.set(setting, value);
  const path = `${temp}/${name}.parquet`;
  writeFileSync(path, await answerOf(url, form));
  return path;
}

/** A node may die after it has refused a query, and comes back. */
async function answerOf(url: URL, form: FormData): Promise<Uint8Array> {
  const headers = {Authorization: `Basic ${Buffer.from("report:secret").toString("base64")}`};
  for (let left = 5; ; left--) {
    const answer = await fetch(url, {method: "POST", body: form, headers}).catch(() => undefined);
    if (answer?.ok) return new Uint8Array(await answer.arrayBuffer());
    const said = (await answer?.text()) ?? "Code: 279.";
    if (left === 0 || !/Code: (32|209|210|236|279)\b/.test(said)) throw new Error(said.slice(0, 500));
    await setTimeout(2000);
  }
}
