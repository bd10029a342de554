import {DuckDBInstance} from "@duckdb/node-api";
import {identifier, literal} from "./sql-text.js";

/** Every different text in a Parquet file, for the search through what is written. */
export async function parquetTexts(path: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const source = `read_parquet(${literal(path)})`;
    const columns = (await connection.runAndReadAll(`describe select * from ${source}`)).getRowObjects();
    const texts = columns.filter(
      ({column_type}) =>
        !/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*|BOOLEAN|DATE|TIME.*)$/.test(String(column_type)),
    );
    const found = new Set<string>(columns.map(({column_name}) => String(column_name)));
    for (const {column_name} of texts) {
      const rows = await connection.runAndReadAll(
        `select distinct cast(${identifier(String(column_name))} as varchar) from ${source}`,
      );
      for (const [text] of rows.getRows()) if (text !== null) found.add(String(text));
    }
    return [...found];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
