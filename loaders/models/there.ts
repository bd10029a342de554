import {mkdtempSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import type {SentTable} from "../cluster/ask.js";
import {dialect, typeThere} from "../cluster/dialect.js";
import type {Database} from "../database/database.js";
import {fileLiteral, identifier} from "../database/sql-text.js";
import {type Floor, floorOf, metricsOf} from "./floor.js";
import {type Model, readsMetrics} from "./model.js";
import {allScoresSql, familiesOf} from "./scores.js";

/** Records that stay in a cluster. */
export interface Staying {
  readonly entity: string;
  /** Whether the server works out once what a question names several times, when asked to. */
  readonly holdsParts: boolean;
  /** In how many shares of the customers an answer that adds up over them is asked for, so that none is too much to hold. */
  readonly shares: number;
  /** The select that gives them there, as `all_<entity>` would. */
  readonly sql: string;
  /** Asks one question of the cluster; its rows come as Parquet. */
  ask(question: {readonly sql: string; readonly tables: readonly SentTable[]; readonly path: string}): Promise<void>;
}

/** Everything that is needed to run a model where the records are. */
export interface Place {
  readonly models: ReadonlyMap<string, Model>;
  readonly floor: Floor;
  readonly staying: Staying;
  /** A folder for what travels. */
  readonly temp: string;
}

/** What came of a model: its rows, and of an answer of a cluster the bytes that moved for it. */
export interface Made {
  readonly rows: number;
  readonly moved?: {readonly sent: number; readonly received: number};
}

/** @throws Error where a model that is not on the floor would need the records */
export function placeOf(
  ordered: readonly Model[],
  {staying, temp}: {readonly staying: Staying; readonly temp: string},
): Place {
  const floor = floorOf(ordered, staying.entity);
  if (floor.strays.length > 0) throw new Error(`${floor.strays.join(", ")} would need all ${staying.entity} here`);
  return {staying, temp, floor, models: new Map(ordered.map((model) => [model.name, model]))};
}

export const isOnFloor = ({records, answers}: Floor, name: string): boolean => records.has(name) || answers.has(name);

/**
 * Makes a model of the floor. Of records that stay there is nothing here but their columns; an answer is what the cluster
 * says, beside what the metrics of other records say where it reads them all.
 */
export async function makeOnFloor(
  database: Database,
  model: Model,
  {kind, ...place}: Place & {readonly kind: "view" | "table"},
): Promise<Made> {
  const {models, floor} = place;
  const table = identifier(model.name);
  const isBoth = metricsOf(models, {floor, name: model.name}).length > 0;
  const own = isBoth ? "" : "\nwhere false";
  const [here] = await database.rows(`create ${kind} ${table} as\nselect * from (\n${model.sql}\n) as own${own}`);
  if (floor.records.has(model.name)) return {rows: Number(here?.Count ?? 0)};
  const folder = mkdtempSync(join(place.temp, "huisheng-"));
  try {
    const {rows, sent, received} = await askThere(database, model, {...place, folder});
    const [there] = await database.rows(`insert into ${table} ${rows}`);
    return {rows: Number(here?.Count ?? 0) + Number(there?.Count ?? 0), moved: {sent, received}};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/**
 * Asks an answer of the floor of the cluster, metrics of one scan at once, whose sums are none of the others': a select of its
 * rows, which lie in the folder as Parquet, with the columns of its table, and the bytes that moved.
 */
export async function askThere(
  database: Database,
  model: Model,
  {folder, ...place}: Place & {readonly folder: string},
): Promise<{readonly rows: string; readonly sent: number; readonly received: number}> {
  const keys = keysOf(model);
  const shares = keys ? place.staying.shares : 1;
  const metrics = metricsOf(place.models, {floor: place.floor, name: model.name});
  const paths: string[] = [];
  let sent = 0;
  for (const own of metrics.length > 0 ? alikeOf(metrics, place) : [[]]) {
    const question = await questionOf(database, model, {...place, folder, metrics: own});
    for (let share = 0; share < shares; share++) {
      const path = join(folder, `${[model.name, ...own, share].join("-")}.parquet`);
      await place.staying.ask({sql: question.sql(share), tables: question.tables, path});
      paths.push(path);
      sent += sizeOf(question.tables.map((each) => each.path));
    }
  }
  return {
    rows: await rowsOf(database, model, {paths, keys: shares > 1 ? keys : undefined}),
    sent,
    received: sizeOf(paths),
  };
}

/** The columns that tell a row of an answer from another, where everything else in it adds up over shares of the customers. */
const keysOf = ({comment}: Model): ReadonlySet<string> | undefined => {
  const [, list] = /\(Adds up over customers by ([\w, ]+)\.\)/.exec(comment) ?? [];
  return list === undefined ? undefined : new Set(list.split(", "));
};

/** A select of what came for a model, with the columns of its table; rows of one key are added up. */
async function rowsOf(
  database: Database,
  {name}: Model,
  {paths, keys}: {readonly paths: readonly string[]; readonly keys: ReadonlySet<string> | undefined},
): Promise<string> {
  const columns = (await database.rows(`describe ${identifier(name)}`)).map((row) => {
    const column = identifier(String(row.column_name));
    const isSum = keys !== undefined && !keys.has(String(row.column_name));
    return `cast(${isSum ? `sum(${column})` : column} as ${row.column_type}) as ${column}`;
  });
  const files = `read_parquet([${paths.map(fileLiteral).join(", ")}], binary_as_string = true)`;
  return `select ${columns.join(", ")} from ${files}${keys ? " group by all" : ""}`;
}

/** Metrics that share a scan of the records. */
const alikeOf = (metrics: readonly string[], {models}: Place): string[][] =>
  familiesOf(metrics.map((name) => models.get(name)!)).map((family) => family.metrics.map(({id}) => `metric_${id}`));

const sizeOf = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + statSync(path).size, 0);

/**
 * The very SQL of a model as one question of a cluster, of one share of the customers after the other where it adds up over
 * them: what it reads of records becomes part of it, every other table goes up with it, with the columns that may be read.
 */
async function questionOf(
  database: Database,
  model: Model,
  {models, floor, staying, folder, metrics}: Place & {folder: string; metrics: readonly string[]},
): Promise<{sql: (share: number) => string; tables: SentTable[]}> {
  const parts = new Map<string, string>();
  const sent = new Set<string>();
  const take = (read: string): void => {
    if (parts.has(read)) return;
    if (read === `all_${staying.entity}`) parts.set(read, staying.sql);
    else if (read === "all_metrics") {
      metrics.forEach(take);
      const each = metrics.map((name) => `SELECT '${name.slice(7)}' AS metric, *, NULL AS weight FROM ${name}`);
      parts.set(read, each.join(" UNION ALL "));
    } else if (read === "all_scores") {
      const families = familiesOf([...models.values()].filter(({layer}) => layer === "metrics"));
      for (const name of metrics) models.get(name)!.reads.forEach(take);
      parts.set(read, allScoresSql(families, {only: metrics.map((name) => name.slice(7))}));
    } else if (floor.records.has(read)) {
      models.get(read)!.reads.forEach(take);
      parts.set(read, models.get(read)!.sql);
    } else sent.add(read);
  };
  model.reads.forEach(take);
  // What joins the scores of metrics is read for every cut of them.
  const isHeld = (name: string) => staying.holdsParts && models.get(name)?.reads.some(readsMetrics);
  const held = [...parts.keys()].some(isHeld) ? "\nSETTINGS enable_materialized_cte = 1" : "";
  const isShared = keysOf(model) !== undefined && staying.shares > 1;
  const sql = (share: number): string => {
    // A record of nobody repeats nothing and may be summed with any others.
    const whose = "coalesce(customer_id, toString(occurred_date), '')";
    const isOwn = `cityHash64(${whose}) % ${staying.shares} = ${share}`;
    const named = [...parts].map(([name, part]) => {
      const own = isShared && name === "all_scores" ? `SELECT * FROM (\n${part}\n) AS scores WHERE ${isOwn}` : part;
      return `${name} AS ${isHeld(name) ? "MATERIALIZED " : ""}(\n${own}\n)`;
    });
    return `WITH ${[...dialect, ...named].join(",\n")}\nSELECT * FROM (\n${model.sql}\n)${held}`;
  };
  const tables: SentTable[] = [];
  for (const name of sent)
    tables.push(await sentTable(database, name, {sql: sql(0), path: join(folder, `${name}.parquet`)}));
  return {sql, tables};
}

/** A table as it goes up: the columns whose names stand in the question, or all where it asks for all. */
async function sentTable(
  database: Database,
  name: string,
  {sql, path}: {sql: string; path: string},
): Promise<SentTable> {
  const words = new Set(sql.match(/\w+/g));
  const isWhole = new RegExp(`\\b${name}\\.\\*|select \\*\\s+from ${name}\\b`).test(sql);
  const all = (await database.rows(`describe ${identifier(name)}`)).map((row) => ({
    name: String(row.column_name),
    type: String(row.column_type),
  }));
  const named = all.filter((column) => isWhole || words.has(column.name));
  const columns = (named.length > 0 ? named : all.slice(0, 1)).map((column) => ({
    ...column,
    type: plainType(column.type),
  }));
  const list = columns.map(
    (column) => `cast(${identifier(column.name)} as ${column.type}) as ${identifier(column.name)}`,
  );
  await database.run(
    `copy (select ${list.join(", ")} from ${identifier(name)}) to ${fileLiteral(path)} (format parquet)`,
  );
  const structure = columns.map((column) => `\`${column.name}\` ${typeThere(column.type)}`).join(", ");
  return {name, structure, path};
}

/** Parquet knows no whole number wider than 64 bits, and the cluster none of our lists of values. */
const plainType = (type: string): string =>
  type === "HUGEINT" ? "DECIMAL(38,0)" : type.startsWith("ENUM(") ? "VARCHAR" : type;
