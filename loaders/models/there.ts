import {mkdtempSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import type {SentTable} from "../cluster/ask.js";
import {askInShares, type Pieces, type Share} from "../cluster/share.js";
import type {Database} from "../database/database.js";
import {fileLiteral, identifier} from "../database/sql-text.js";
import {type Floor, floorOf, metricsOf} from "./floor.js";
import {type Model, wordsThere} from "./model.js";
import {isNothing} from "./nothing.js";
import {questionOf, Sending} from "./question.js";

/** Records that stay in a cluster. */
export interface Staying {
  readonly entity: string;
  /** Whether the server works out once what a question names several times, when asked to. */
  readonly holdsParts: boolean;
  /** How an answer that adds up over customers is asked for, so that none is too much to hold. */
  readonly pieces: Pieces;
  /** The select that gives them there, as `all_<entity>` would; those of a share, or all. */
  select(share?: Share): string;
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
  if (floor.records.has(model.name) || (await isNothing(database, model))) return {rows: Number(here?.Count ?? 0)};
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
 * Asks an answer of the floor of the cluster, of one share of the customers after the other where it adds up over them: a
 * select of its rows, which lie in the folder as Parquet, with the columns of its table, and the bytes that moved.
 */
export async function askThere(
  database: Database,
  model: Model,
  {folder, staying, models, floor}: Place & {readonly folder: string},
): Promise<{readonly rows: string; readonly sent: number; readonly received: number}> {
  const asked = wordsThere(model, models);
  const keys = keysOf(asked);
  const metrics = metricsOf(models, {floor, name: model.name});
  const sending = new Sending(database, models, folder);
  const paths: string[] = [];
  let sent = 0;
  const ask = async (share?: Share): Promise<void> => {
    const isHeld = staying.holdsParts && share !== undefined && share !== "nobody";
    const of = {models, floor, entity: staying.entity, records: staying.select(share), metrics, share, isHeld};
    const question = questionOf(asked, of);
    const path = join(folder, `${model.name}-${paths.length}-answer.parquet`);
    const tables = await sending.tables(question.sent, {sql: question.sql, share, number: paths.length});
    await staying.ask({sql: question.sql, tables, path});
    paths.push(path);
    sent += sizeOf(tables.map((each) => each.path));
  };
  if (keys) await askInShares(staying.pieces, ask);
  else await ask();
  return {rows: await rowsOf(database, model, {paths, keys}), sent, received: sizeOf(paths)};
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

const sizeOf = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + statSync(path).size, 0);
