import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {isThereAlone, isView, type Layer, type Model, readsMetrics} from "./model.js";
import {isNothing} from "./nothing.js";
import {gatherMetrics} from "./scores.js";
import {isOnFloor, type Made, makeOnFloor, placeOf, type Staying} from "./there.js";

const layers: readonly Layer[] = ["staging", "intermediate", "metrics", "marts", "checks"];
const modelsFolder = fileURLToPath(new URL(".", import.meta.url));

/** Reads every .sql of the layers, by name whatever its wing, and finds, by DuckDB's own parser, what each selects from. */
export async function readModels(database: Database): Promise<Model[]> {
  const files = layers.flatMap((layer) =>
    readdirSync(join(modelsFolder, layer), {recursive: true, encoding: "utf8"})
      .filter((name) => name.endsWith(".sql"))
      .sort((one, other) => compareText(basename(one), basename(other)))
      .map((file) => ({layer, file})),
  );
  refuseNamesakes(files.map(({layer, file}) => `${layer}/${file.replaceAll("\\", "/")}`));
  const sqls = files.map(({layer, file}) =>
    readFileSync(join(modelsFolder, layer, file), "utf8")
      .trim()
      .replace(/;$/, ""),
  );
  const reads = await tablesRead(database, sqls);
  return files.map(({layer, file}, at) => {
    const sql = sqls[at]!;
    const path = `${layer}/${file.replaceAll("\\", "/")}`;
    const comment = /^-- (.*)/.exec(sql)?.[1] ?? "";
    return {name: basename(file, ".sql"), layer, file: path, sql, comment, reads: reads[at]!};
  });
}

/**
 * A model is known by its file's name alone: two of one name, in whatever folders, would stand for each other.
 * @example refuseNamesakes(["marts/churn/rate.sql", "marts/service/rate.sql"]) // throws: two models are called rate: …
 */
export function refuseNamesakes(files: readonly string[]): void {
  const byName = new Map<string, string>();
  for (const file of files) {
    const name = basename(file, ".sql");
    const other = byName.get(name);
    if (other)
      throw new Error(`two models are called ${name}: loaders/models/${other} and loaders/models/${file}; rename one`);
    byName.set(name, file);
  }
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The tables that each query selects from, less its own CTEs; a process parses a query once. */
export async function tablesRead(database: Database, sqls: readonly string[]): Promise<string[][]> {
  const unknown = sqls.filter((sql) => !parsed.has(sql));
  if (unknown.length > 0) {
    const rows = await database.rows(
      `select json_serialize_sql(sql) as tree from (select unnest([${unknown.map(literal).join(", ")}]) as sql, unnest(range(${unknown.length})) as place) as queries order by place`,
    );
    for (const [at, sql] of unknown.entries()) parsed.set(sql, tablesOf(JSON.parse(String(rows[at]!.tree)), sql));
  }
  return sqls.map((sql) => parsed.get(sql)!);
}

const parsed = new Map<string, string[]>();

function tablesOf(tree: {readonly error: boolean; readonly error_message?: string}, sql: string): string[] {
  if (tree.error) throw new Error(`cannot parse: ${tree.error_message}\n${sql}`);
  const tables = new Set<string>();
  const ctes = new Set<string>();
  walk(tree, (node) => {
    if (node.type === "BASE_TABLE" && typeof node.table_name === "string") tables.add(node.table_name);
    const map = (node.cte_map as {map?: {key: string}[]} | undefined)?.map;
    for (const cte of map ?? []) ctes.add(cte.key);
  });
  return [...tables].filter((table) => !ctes.has(table)).sort();
}

function walk(value: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (value !== null && typeof value === "object") {
    visit(value as Record<string, unknown>);
    for (const item of Object.values(value)) walk(item, visit);
  }
}

/**
 * Models in an order in which each comes after all it reads; `all_metrics` and `all_scores` count as reading every metric. What reads
 * a model follows as soon as it can, marts and checks first, so that no table need be kept for long.
 */
export function orderModels(models: readonly Model[]): Model[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const metrics = models.filter((model) => model.layer === "metrics").map((model) => model.name);
  const ordered: Model[] = [];
  const state = new Map<string, "open" | "done">();
  const isDone = (name: string): boolean =>
    readsMetrics(name) ? metrics.every(isDone) : !byName.has(name) || state.get(name) === "done";
  const isLeaf = ({layer}: Model): boolean => layer === "marts" || layer === "checks";
  const readers = [...models.filter(isLeaf), ...models.filter(({layer}) => layer === "intermediate")];
  const place = (name: string, chain: readonly string[]): void => {
    if (readsMetrics(name)) {
      for (const metric of metrics) place(metric, chain);
      return;
    }
    const model = byName.get(name);
    if (!model || state.get(name) === "done") return;
    if (state.get(name) === "open")
      throw new Error(`models read each other in a circle: ${[...chain, name].join(" → ")}`);
    state.set(name, "open");
    for (const read of model.reads) place(read, [...chain, name]);
    state.set(name, "done");
    ordered.push(model);
    for (const reader of readers) if (!state.has(reader.name) && reader.reads.every(isDone)) place(reader.name, []);
  };
  for (const model of models) place(model.name, []);
  return ordered;
}

/**
 * Runs the models: staging and metrics as views, the rest as tables, `all_metrics` and `all_scores` when the last metric stands. A table
 * that only models read goes with its last reader.
 *
 * @returns names of the tables without a row: nobody need ask them
 */
export async function runModels(
  database: Database,
  models: readonly Model[],
  {
    onModel = () => {},
    keepsAll = false,
    there,
    copied = new Set(),
  }: {
    onModel?: (model: Model, made: Made) => void;
    /** Records that stay in a cluster, and a folder for what travels; defaults to none. */
    there?: {readonly staying: Staying; readonly temp: string} | undefined;
    /** Whether every table stays; defaults to false. */
    keepsAll?: boolean;
    /** Staging models of few records: a copy of them is cheaper than their query planned anew for each reader; defaults to none. */
    copied?: ReadonlySet<string>;
  } = {},
): Promise<ReadonlySet<string>> {
  const metrics = models.filter((model) => model.layer === "metrics");
  const ordered = orderModels(models);
  const place = there && placeOf(ordered, there);
  const doneWith = keepsAll ? new Map<string, string[]>() : lastRead(ordered, place?.floor.records);
  const empty = new Set<string>();
  let metricsLeft = metrics.length;
  for (const model of ordered) {
    if (isThereAlone(model)) continue;
    const kind = isView(model) && !copied.has(model.name) ? "view" : "table";
    const made =
      place && isOnFloor(place.floor, model.name)
        ? await makeOnFloor(database, model, {...place, kind})
        : {rows: await makeHere(database, model, kind)};
    if (model.layer === "metrics" && --metricsLeft === 0) await gatherMetrics(database, metrics);
    for (const table of doneWith.get(model.name) ?? []) await database.run(`drop table ${identifier(table)}`);
    if (kind === "table" && made.rows === 0) empty.add(model.name);
    onModel(model, made);
  }
  return empty;
}

/** @throws Error where a check has rows: our fault, not the user's */
export async function proveChecks(
  database: Database,
  models: readonly Model[],
  {empty}: {empty: ReadonlySet<string>},
): Promise<void> {
  for (const {name, layer, comment} of models) {
    if (layer !== "checks" || empty.has(name)) continue;
    const rows = await database.rows(`select * from ${identifier(name)} limit 3`);
    if (rows.length > 0) throw new Error(`${name}: ${comment} ${JSON.stringify(rows)}`);
  }
}

async function makeHere(database: Database, model: Model, kind: "view" | "table"): Promise<number> {
  const sql =
    kind === "table" && (await isNothing(database, model))
      ? `select * from (\n${model.sql}\n) as own\nwhere false`
      : model.sql;
  const [made] = await database.rows(`create ${kind} ${identifier(model.name)} as\n${sql}`).catch((error: unknown) => {
    throw new Error(`model ${model.name}: ${String(error)}`, {cause: error});
  });
  return Number(made?.Count ?? 0);
}

/** Intermediate models that are read after the models, too: tiers are kept in the history, rejected rows listed. */
const readLater: readonly string[] = ["int_customers_tiered", "int_rejects"];

/**
 * The intermediate tables that nobody reads after a model, by its name. A view reads on behalf of its readers.
 * @param ordered models, each after what it reads
 * @param parts models that are parts of their readers' questions elsewhere, which ask for what stands behind them
 */
export function lastRead(
  ordered: readonly Model[],
  parts: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string[]> {
  const byName = new Map(ordered.map((model) => [model.name, model]));
  const metrics = ordered.filter(({layer}) => layer === "metrics").map(({name}) => name);
  const through = new Map<string, ReadonlySet<string>>();
  const tablesBehind = (name: string): ReadonlySet<string> => {
    const known = through.get(name);
    if (known) return known;
    const reads = readsMetrics(name) ? metrics : (byName.get(name)?.reads ?? []);
    const found = new Set(
      reads.flatMap((read) => {
        const model = byName.get(read);
        const own = model && !isView(model) ? [read] : [];
        return own.length > 0 && !parts.has(read) ? own : [...own, ...tablesBehind(read)];
      }),
    );
    through.set(name, found);
    return found;
  };
  const readers = new Map<string, string>();
  for (const model of ordered)
    if (!isView(model)) for (const table of [model.name, ...tablesBehind(model.name)]) readers.set(table, model.name);
  const kept = new Set(readLater.flatMap((name) => [name, ...tablesBehind(name)]));
  const done = new Map<string, string[]>();
  for (const [table, reader] of readers)
    if (byName.get(table)?.layer === "intermediate" && !kept.has(table))
      done.set(reader, [...(done.get(reader) ?? []), table]);
  return done;
}
