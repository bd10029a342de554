import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {globSync} from "tinyglobby";
import {parse, stringify} from "yaml";
import {openDatabase} from "../../loaders/database/database.js";
import {fileLiteral, identifier} from "../../loaders/database/sql-text.js";
import {headersOf, idHeaders, type Mapping, type TableMapping} from "../../loaders/mapping/mapping.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {loadRaw} from "../../loaders/readers/load-raw.js";
import {type ReportFolder, readReportFolder} from "../../loaders/report/folder.js";
import type {Cluster} from "./cluster.js";

/** Keys of a mapping that say how files are read. */
const fileKeys = ["files", "format", "encoding", "delimiter", "footer", "skip_rows", "header_rows", "sheet"];

/**
 * Moves the records of some kinds from the files of a report folder into tables of a cluster, text by text as they stand
 * there, each with the number of its row (`load_number`), and has its mappings read them there.
 */
export async function moveRecords(
  cluster: Cluster,
  path: string,
  {entities, temp}: {entities: readonly string[]; temp: string},
): Promise<void> {
  const folder = readReportFolder(path);
  for (const mapping of folder.mappings) {
    const file = join(path, mapping.file);
    const written = parse(readFileSync(file, "utf8")) as {tables: Record<string, unknown>[]};
    for (const [at, table] of mapping.tables.entries())
      if (entities.includes(table.entity)) {
        const name = `${mapping.source}_${table.entity}_${at}`;
        await moveTable(cluster, {folder, mapping, table, name, temp});
        for (const key of fileKeys) delete written.tables[at]![key];
        written.tables[at]!.clickhouse = {table: `ops.${name}`, order: "load_number"};
      }
    writeFileSync(file, stringify(written));
  }
}

async function moveTable(
  cluster: Cluster,
  {
    folder,
    mapping,
    table,
    name,
    temp,
  }: {folder: ReportFolder; mapping: Mapping; table: TableMapping; name: string; temp: string},
): Promise<void> {
  const database = await openDatabase({temp});
  const parquet = join(temp, `${name}.parquet`);
  try {
    const names = globSync(table.files ?? [], {cwd: folder.exportsPath}).sort();
    const {format, encoding, delimiter, footer, skip_rows, header_rows, sheet} = table;
    const {columns} = await loadRaw(database.connection, {
      ...{table: "rows", source: mapping.source, entity: table.entity},
      files: names.map((each) => ({path: join(folder.exportsPath, each), name: each})),
      options: {format, encoding, delimiter, footer, skip_rows, header_rows, sheet},
      columns: headersOf(table),
      keys: idHeaders(table),
    });
    const list = columns.map(identifier).join(", ");
    await database.run(
      `copy (select ${list}, row_number() over (order by _file, _row) as load_number from rows) to ${fileLiteral(parquet)} (format parquet)`,
    );
    const types = columns.map((column) => `\`${column}\` Nullable(String)`);
    await cluster.load(name, [...types, "load_number UInt64"].join(", "), readFileSync(parquet));
  } finally {
    database.close();
    rmSync(parquet, {force: true});
  }
}

/** What speaks of files, and not of records: names, rows, bytes, and notes on how they were read. */
const ofFiles = new Set(["file", "row", "sheet", "format", "encoding", "bytes", "sha256", "notes_zh", "notes_en"]);
const aboutFiles = ["import_files", "unread_files"];
/** Lines of a file that never become rows of a table. */
const ofLines = new Set(["not_json", "totals_row", "too_few_cells", "too_many_cells"]);

/** The published tables as JSON, less what names files, rows of files and broken lines. */
export const withoutFiles = (published: ReadReport["published"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries<readonly object[]>(published)
      .filter(([name]) => !aboutFiles.includes(name))
      .map(([name, rows]) => [
        name,
        rows
          .filter((row) => !("reason" in row && ofLines.has(String(row.reason))))
          .map((row) => JSON.stringify(row, (key, value) => (ofFiles.has(key) ? undefined : value)))
          .join("\n"),
      ]),
  );
