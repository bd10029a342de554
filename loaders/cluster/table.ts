import type {Bilingual} from "../../src/words/language.js";
import type {ClickhouseTable} from "../mapping/clickhouse-key.js";
import {ReportError} from "../messages/errors.js";
import {didYouMean} from "../messages/nearest.js";
import {ask, download, type Question, type SentTable, type Server} from "./ask.js";
import {type ClusterColumn, isMoment, quoted, sentSql} from "./column-sql.js";
import {clusterError, settingsError} from "./errors.js";
import {ClusterFault} from "./faults.js";
import {memoryThere} from "./memory.js";
import {serverOf} from "./server.js";
import {settings, untaken} from "./settings.js";

/** A table of a cluster that has been looked at: its server takes the settings, its columns are known. */
export interface ClusterTable {
  readonly columns: readonly ClusterColumn[];
  /** Rows since the first day, and those before it, which stay where they are. */
  count(): Promise<{readonly rows: number; readonly before: number}>;
  /** Writes columns of the rows since the first day to a Parquet file, as c0, c1 …, in no order. */
  send(columns: readonly ClusterColumn[], path: string): Promise<void>;
  /** A select of some expressions for the rows since the first day, or those of them for which a condition holds. */
  select(list: readonly string[], isTaken?: string): string;
  /** The rows of a small answer to a question of one's own, in which {zone:String} is the place of the clocks. */
  ask(sql: string): Promise<readonly (readonly unknown[])[]>;
  /** What a question may hold on the node that is asked, in bytes. */
  memory(): Promise<number>;
  /** Writes a large answer to a Parquet file. */
  fetch(question: {readonly sql: string; readonly tables?: readonly SentTable[]; readonly path: string}): Promise<void>;
  /** Ids of all that was asked, for the query log of the server. */
  readonly queries: readonly string[];
}

/**
 * Looks at the table that a mapping names.
 *
 * @param place the line of the mapping that names it
 * @throws ReportError where · what · fix for all that a cluster can refuse
 */
export async function openTable(
  mapping: ClickhouseTable,
  {folder, place, zone}: {folder: string; place: Bilingual; zone: string},
): Promise<ClusterTable> {
  const server = serverOf(mapping, {folder, place});
  const [database = "", ...rest] = mapping.table.split(".");
  const table = {database, name: rest.join(".")};
  const queries: string[] = [];
  const onId = (id: string) => queries.push(id);
  const explained = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof ClusterFault) throw clusterError(error, place);
      throw error;
    }
  };
  const rowsOf = (question: Question) => explained(ask(server, {...question, onId}));
  const taken = await rowsOf({
    sql: `SELECT name, value FROM system.settings WHERE name IN (${Object.keys(settings).map((name) => `'${name}'`)})`,
  });
  const refused = untaken(new Map(taken.map(([name, value]) => [String(name), String(value)])));
  if (refused.length > 0) throw settingsError(refused, place);
  const columns = await explained(describe(server, {table, place, onId}));
  const from = `${quoted(table.database)}.${quoted(table.name)}`;
  const first = firstDay(mapping, {columns, place});
  const values = {...first?.values, zone: mapping.time_zone ?? zone};
  const select = (list: readonly string[], isTaken?: string) => {
    const conditions = [...(first ? [`NOT coalesce(${first.isBefore}, false)`] : []), ...(isTaken ? [isTaken] : [])];
    const where = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
    return `SELECT ${list.join(", ")} FROM ${from}${where}`;
  };
  const own = (sql: string) => rowsOf({sql, values});
  let memory: Promise<number> | undefined;
  return {
    columns,
    queries,
    select,
    ask: own,
    memory: () => (memory ??= memoryThere(own)),
    fetch: (question) => explained(download(server, {...question, values, onId})),
    async count() {
      const [row = []] = await rowsOf({
        sql: `SELECT count() AS all_rows, ${first ? `countIf(${first.isBefore})` : "0"} AS earlier FROM ${from}`,
        values,
      });
      const before = Number(row[1]);
      return {rows: Number(row[0]) - before, before};
    },
    async send(wanted, path) {
      const sql = select(wanted.map((column, at) => `${sentSql(column)} AS c${at}`));
      await explained(download(server, {sql, values, onId, path}));
    },
  };
}

interface Name {
  readonly database: string;
  readonly name: string;
}

async function describe(
  server: Server,
  {table, place, onId}: {table: Name; place: Bilingual; onId: (id: string) => void},
): Promise<ClusterColumn[]> {
  try {
    const rows = await ask(server, {sql: `DESCRIBE TABLE ${quoted(table.database)}.${quoted(table.name)}`, onId});
    return rows.map(([name, type]) => ({name: String(name), type: String(type)}));
  } catch (error) {
    if (!(error instanceof ClusterFault) || (error.code !== 60 && error.code !== 81)) throw error;
    throw await noTable(server, {table, place});
  }
}

/** There is no such table: the nearest of those that the user may see. */
async function noTable(server: Server, {table, place}: {table: Name; place: Bilingual}): Promise<ReportError> {
  const rows = await ask(server, {
    sql: "SELECT concat(database, '.', name) FROM system.tables WHERE database NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema') ORDER BY 1 LIMIT 10000",
  });
  const known = rows.map(([name]) => String(name));
  const wanted = `${table.database}.${table.name}`;
  const own = known.filter((name) => name.startsWith(`${table.database}.`));
  const near = didYouMean(wanted, [...new Set([...own, ...known])]);
  const some = known.slice(0, 10).join(", ");
  return new ReportError("cluster_no_table", place, {
    what: {
      zh: `集群里没有 ${wanted}，或这个用户看不见它。${near.zh || (some ? `看得见的有：${some}。` : "")}`,
      en: `the cluster has no ${wanted}, or this user cannot see it. ${near.en || (some ? `It sees ${some}.` : "")}`.trim(),
    },
    fix: {
      zh: "改正 clickhouse: 里的 table:，或请管理员授权。",
      en: "correct table: under clickhouse:, or ask the administrator for the right to read it.",
    },
  });
}

/** What makes a row earlier than the first day that is read. */
function firstDay(
  {since = {}}: ClickhouseTable,
  {columns, place}: {columns: readonly ClusterColumn[]; place: Bilingual},
): {readonly isBefore: string; readonly values: Readonly<Record<string, string>>} | undefined {
  const [given] = Object.entries(since);
  if (!given) return undefined;
  const [name, day] = given;
  const column = columns.find((each) => each.name === name);
  if (column && isMoment(column)) {
    const since = column.type.includes("DateTime")
      ? "toDateTime({since:String}, {zone:String})"
      : "toDate({since:String})";
    return {isBefore: `${quoted(name)} < ${since}`, values: {since: day}};
  }
  const moments = columns.filter(isMoment).map((each) => each.name);
  const near = didYouMean(name, moments);
  throw new ReportError("cluster_since", place, {
    what: column
      ? {
          zh: `since: 的列 ${name} 是 ${column.type}，不是 Date 或 DateTime。`,
          en: `the column ${name} of since: is ${column.type}, not Date or DateTime.`,
        }
      : {
          zh: `表里没有 since: 的列 ${name}。${near.zh}`,
          en: `the table has no column ${name} of since:. ${near.en}`.trim(),
        },
    fix: {
      zh: moments.length > 0 ? `写其中一列：${moments.join("、")}。` : "去掉 since:。",
      en: moments.length > 0 ? `name one of ${moments.join(", ")}.` : "leave since: out.",
    },
  });
}
