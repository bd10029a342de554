import {DuckDBInstance} from "@duckdb/node-api";
import {fileLiteral, identifier} from "../database/sql-text.js";

/** Every different text in each Parquet file that `use` asks for, for the search through what is written. */
export async function withParquetTexts(
  use: (textsOf: (path: string) => Promise<Set<string>>) => Promise<void>,
): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"}); // small files: starting threads costs more
  const connection = await instance.connect();
  try {
    await use(async (path) => {
      const source = `read_parquet(${fileLiteral(path)})`;
      const columns = (await connection.runAndReadAll(`describe select * from ${source}`)).getRowObjects();
      const texts = columns
        .filter(({column_type}) => !numeric.test(String(column_type)))
        .map(({column_name}) => `cast(${identifier(String(column_name))} as varchar)`);
      const found = new Set(columns.map(({column_name}) => String(column_name)));
      if (texts.length === 0) return found;
      const rows = await connection.runAndReadAll(`select distinct unnest([${texts.join(", ")}]) from ${source}`);
      for (const [text] of rows.getRows()) if (text !== null) found.add(String(text));
      return found;
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*|BOOLEAN|DATE|TIME.*)$/;
