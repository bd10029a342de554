import {join} from "node:path";
import type {SentTable} from "../cluster/ask.js";
import {dialect, typeThere} from "../cluster/dialect.js";
import {isOf, type Share} from "../cluster/share.js";
import type {Database} from "../database/database.js";
import {fileLiteral, identifier, literal} from "../database/sql-text.js";
import type {Floor} from "./floor.js";
import {type Model, wordsThere} from "./model.js";
import {allScoresSql, familiesOf, isKeyed, keyColumns} from "./scores.js";

/** What a question of a cluster is made of. */
export interface Asking {
  readonly models: ReadonlyMap<string, Model>;
  readonly floor: Floor;
  readonly entity: string;
  /** The select that gives the records there, as `all_<entity>` would. */
  readonly records: string;
  /** Metrics that the model sums. */
  readonly metrics: readonly string[];
  /** The customers whose records are asked for; defaults to all. */
  readonly share: Share | undefined;
  /** Whether the server is to look for the records once, however often they are read. */
  readonly isHeld: boolean;
}

/**
 * The very SQL of a model as one question of a cluster: what it reads of records becomes part of it. Names of all other
 * tables that it reads, which go up with it.
 */
export function questionOf(
  model: Model,
  {models, floor, entity, records, metrics, share, isHeld}: Asking,
): {readonly sql: string; readonly sent: readonly string[]} {
  const parts = new Map<string, string>();
  const sent = new Set<string>();
  const take = (read: string): void => {
    if (parts.has(read)) return;
    if (read === `all_${entity}`) parts.set(read, records);
    else if (read === "all_metrics") {
      metrics.forEach(take);
      const each = metrics.map((name) => {
        const all = isKeyed(models.get(name)!.sql) ? `* EXCEPT (${keyColumns.join(", ")})` : "*";
        return `SELECT '${name.slice(7)}' AS metric, ${all}, NULL AS weight FROM ${name}`;
      });
      parts.set(read, each.join(" UNION ALL "));
    } else if (read === "all_scores") {
      const families = familiesOf([...models.values()].filter(({layer}) => layer === "metrics"));
      for (const name of metrics) models.get(name)!.reads.forEach(take);
      const scores = allScoresSql(families, {only: metrics.map((name) => name.slice(7))});
      // Records of other kinds are those of all customers.
      const own = share && `SELECT * FROM (\n${scores}\n) AS scores WHERE ${isOf(share, "customer_id", literal)}`;
      parts.set(read, own ?? scores);
    } else if (floor.records.has(read)) {
      const part = wordsThere(models.get(read)!, models);
      part.reads.forEach(take);
      parts.set(read, part.sql);
    } else sent.add(read);
  };
  model.reads.forEach(take);
  const holds = (name: string) => isHeld && name === `all_${entity}`;
  const named = [...parts].map(([name, part]) => `${name} AS ${holds(name) ? "MATERIALIZED " : ""}(\n${part}\n)`);
  const settings = [...parts.keys()].some(holds) ? "\nSETTINGS enable_materialized_cte = 1" : "";
  return {
    sql: `WITH ${[...dialect, ...named].join(",\n")}\nSELECT * FROM (\n${model.sql}\n)${settings}`,
    sent: [...sent],
  };
}

/** Tables as they go up, each once; of what has one row per customer those of a share alone. */
export class Sending {
  readonly #made = new Map<string, SentTable>();

  constructor(
    private readonly database: Database,
    private readonly models: ReadonlyMap<string, Model>,
    private readonly folder: string,
  ) {}

  async tables(
    names: readonly string[],
    {sql, share, number}: {readonly sql: string; readonly share: Share | undefined; readonly number: number},
  ): Promise<SentTable[]> {
    const tables: SentTable[] = [];
    for (const name of names) {
      const isOwn = share !== undefined && /^One row per customer[.:]/.test(this.models.get(name)?.comment ?? "");
      const known = isOwn ? undefined : this.#made.get(name);
      const path = join(this.folder, `${name}${isOwn ? `-${number}` : ""}.parquet`);
      const made = known ?? (await sentTable(this.database, name, {sql, path, share: isOwn ? share : undefined}));
      if (!isOwn) this.#made.set(name, made);
      tables.push(made);
    }
    return tables;
  }
}

/** A table as it goes up: the columns whose names stand in the question, or all where it asks for all. */
async function sentTable(
  database: Database,
  name: string,
  {sql, path, share}: {sql: string; path: string; share: Share | undefined},
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
  const own = share ? ` where ${isOf(share, "customer_id", literal)}` : "";
  await database.run(
    `copy (select ${list.join(", ")} from ${identifier(name)}${own}) to ${fileLiteral(path)} (format parquet, compression zstd)`,
  );
  const structure = columns.map((column) => `\`${column.name}\` ${typeThere(column.type)}`).join(", ");
  return {name, structure, path};
}

/** Parquet knows no whole number wider than 64 bits, and the cluster none of our lists of values. */
const plainType = (type: string): string =>
  type === "HUGEINT" ? "DECIMAL(38,0)" : type.startsWith("ENUM(") ? "VARCHAR" : type;
