import {createHash} from "node:crypto";
import {mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Bilingual} from "../../src/words/language.js";
import {fileLiteral, identifier} from "../database/sql-text.js";
import {ReportError} from "../messages/errors.js";
import {columnNames} from "../readers/intake/header.js";
import {Landing} from "../readers/intake/landing.js";
import {note} from "../readers/intake/notes.js";
import type {FileAccount, RawAccount} from "../readers/intake/types.js";
import {scratchFolder} from "../readers/load-raw.js";
import {parquetText} from "../readers/parquet.js";
import type {ClusterColumn} from "./column-sql.js";
import type {ClusterTable} from "./table.js";

/**
 * Loads columns of a table of a cluster into one text table, as files are: every row is there, or was counted and stays
 * where it is. Rows come in no order and are given one: by `order`, then by all that they hold.
 *
 * @throws ReportError `cluster_changed` where rows went while others were read
 */
export async function loadTable(
  connection: DuckDBConnection,
  {
    opened,
    ...to
  }: {
    readonly opened: ClusterTable;
    readonly columns: readonly ClusterColumn[];
    readonly order: readonly ClusterColumn[];
    /** The raw table. */
    readonly raw: string;
    /** What the table is called in accounts. */
    readonly shown: string;
    readonly place: Bilingual;
    readonly since: string | undefined;
  },
): Promise<RawAccount> {
  const folder = mkdtempSync(join(await scratchFolder(connection), "huisheng-"));
  try {
    const path = join(folder, "rows.parquet");
    const sent = [...to.columns, ...to.order.filter((column) => !to.columns.includes(column))];
    const before = await opened.count();
    await opened.send(sent, path);
    const landing = new Landing(connection, to.raw);
    const names = columnNames([to.columns.map(({name}) => name)], to.columns.length);
    const from = await orderedRows(connection, {path, names, first: to.order.map((column) => sent.indexOf(column))});
    const {count} = await landing.addInOrder(names, {from, file: to.shown, firstRow: 1});
    await landing.ready();
    const after = await opened.count();
    if (count < before.rows || count > after.rows) throw changed(to.place, {count, before, after});
    const contents = await contentsOf(connection, {table: landing.table, names});
    const account = accountOf(contents, {...to, names, count, before: before.before, queries: opened.queries});
    return {columns: landing.columns, files: [account]};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

interface Contents {
  readonly sha256: string;
  readonly bytes: number;
  readonly damaged: number;
}

function accountOf(
  {sha256, bytes, damaged}: Contents,
  {
    shown,
    since = "",
    names,
    count,
    before,
    queries,
  }: {
    shown: string;
    since: string | undefined;
    names: readonly string[];
    count: number;
    before: number;
    queries: readonly string[];
  },
): FileAccount {
  return {
    ...{file: shown, sha256, bytes, format: "clickhouse", encoding: "utf-8", columns: names},
    rows_in: count + before,
    rows_loaded: count,
    rows_rejected: 0,
    rows_set_aside: before,
    notes: [
      ...(before > 0 ? [note("left_in_table", {rows: before, day: since})] : []),
      ...(damaged > 0 ? [note("replacement", {rows: damaged})] : []),
    ],
    queries,
  };
}

/** The rows of a file as text, each column under its name, in an order that they tell themselves. */
async function orderedRows(
  connection: DuckDBConnection,
  {path, names, first}: {path: string; names: readonly string[]; first: readonly number[]},
): Promise<string> {
  const source = `read_parquet(${fileLiteral(path)}, binary_as_string = true)`;
  const described = (await connection.runAndReadAll(`describe select * from ${source}`)).getRowObjects();
  const list = names.map(
    (name, at) => `${parquetText(`c${at}`, String(described[at]!.column_type))} as ${identifier(name)}`,
  );
  // The last of several counts: one without a version is none of those that count.
  const order = [...first, ...names.keys()].map((at) => `c${at} nulls first`);
  return `(select ${list.join(", ")} from ${source} order by ${order.join(", ")})`;
}

/** A fingerprint of rows that does not ask for their order, the bytes of their texts, and rows with a sign that was damaged. */
async function contentsOf(
  connection: DuckDBConnection,
  {table, names}: {table: string; names: readonly string[]},
): Promise<Contents> {
  const cells = names.map((name) => `coalesce(${identifier(name)}, '')`).join(", ");
  const [row = []] = (
    await connection.runAndReadAll(
      `select count(*)::varchar, coalesce(sum(md5_number_lower(line)), 0)::varchar, coalesce(sum(strlen(line)), 0)::varchar, (count(*) filter (contains(line, chr(65533))))::varchar
       from (select concat_ws(chr(31), ${cells}) as line from ${table}) as lines`,
    )
  ).getRows();
  const [count, sum, bytes, damaged] = row.map(String);
  const sha256 = createHash("sha256")
    .update([...names, count, sum].join("\n"))
    .digest("hex");
  return {sha256, bytes: Number(bytes), damaged: Number(damaged)};
}

const changed = (
  place: Bilingual,
  {count, before, after}: {count: number; before: {rows: number}; after: {rows: number}},
): ReportError =>
  new ReportError("cluster_changed", place, {
    what: {
      zh: `读的时候表变了：读前 ${before.rows} 行，读到 ${count} 行，读后 ${after.rows} 行。`,
      en: `the table changed while it was read: ${before.rows} rows before, ${count} read, ${after.rows} after.`,
    },
    fix: {
      zh: "等删除、合并或导入结束后重试。",
      en: "try again when rows are no longer deleted, replaced or loaded.",
    },
  });
