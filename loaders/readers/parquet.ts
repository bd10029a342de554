import {fileLiteral, identifier, literal} from "../database/sql-text.js";
import {ReportError} from "../messages/errors.js";
import {columnNames} from "./intake/header.js";
import type {Part, ReadContext, ReadResult} from "./intake/part.js";

/** Reads a Parquet file with the database's own reader; its types become text: ISO dates, plain decimals. */
export async function readParquet(part: Part, context: ReadContext): Promise<ReadResult> {
  const source = `read_parquet(${fileLiteral(part.path)})`;
  const described = await describe(context, {source, name: part.name});
  const fields = described
    .getRowObjects()
    .map((row) => ({name: String(row.column_name), type: String(row.column_type)}));
  const columns = columnNames([fields.map(({name}) => name)], fields.length);
  const list = fields.map(
    ({name, type}, index) => `${parquetText(identifier(name), type)} as ${identifier(columns[index]!)}`,
  );
  const counted = await context.connection.runAndReadAll(
    `select coalesce(sum(num_rows), 0)::bigint from parquet_file_metadata(${literal(part.path)})`,
  );
  const rows = Number(counted.getRows()[0]![0]);
  const {count: loaded} = await context.landing.addInOrder(columns, {
    from: `(select ${list.join(", ")} from ${source})`,
    file: part.name,
    firstRow: 1,
  });
  if (loaded !== rows) throw new Error(`${part.name}: ${rows} rows in the file, ${loaded} loaded`);
  return {
    format: "parquet",
    encoding: "utf-8",
    columns,
    rows_in: rows,
    rows_loaded: loaded,
    rows_rejected: 0,
    rows_set_aside: 0,
    notes: [],
    rejects: [],
  };
}

async function describe({connection}: ReadContext, {source, name}: {source: string; name: string}) {
  try {
    return await connection.runAndReadAll(`describe select * from ${source}`);
  } catch (error) {
    const why = (error as Error).message.split("\n")[0]!;
    throw new ReportError("damaged_parquet", name, {
      what: {zh: `Parquet 文件已损坏（${why}）`, en: `the Parquet file is damaged (${why})`},
      fix: {zh: "请重新导出或重新传输该文件", en: "export or transfer the file again"},
    });
  }
}

/** The SQL for one column of a Parquet file as text, by its type; blank texts are null. */
export function parquetText(column: string, type: string): string {
  const text = `cast(${column} as varchar)`;
  if (type === "VARCHAR") return `case when trim(${column}, ' \t\n\r\u00a0\u3000') <> '' then ${column} end`;
  if (type === "DOUBLE" || type === "FLOAT")
    return `case when not contains(${text}, 'e') then regexp_replace(${text}, '\\.0$', '')
      when abs(${column}) < 9007199254740992
      then coalesce(nullif(cast(try_cast(${column} as hugeint) as varchar), '0'), ${text}) else upper(${text}) end`;
  if (type.startsWith("DECIMAL"))
    return `case when contains(${text}, '.') then regexp_replace(${text}, '\\.?0+$', '') else ${text} end`;
  if (type.startsWith("TIMESTAMP"))
    return `regexp_replace(cast(cast(${column} as timestamp) as varchar), '\\.0+$', '')`;
  if (type.endsWith("[]")) return `nullif(array_to_string(${column}, '|'), '')`;
  if (type.startsWith("STRUCT") || type.startsWith("MAP")) return `cast(to_json(${column}) as varchar)`;
  return text;
}
