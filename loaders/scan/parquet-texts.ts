import {withSmallDatabase} from "../database/small.js";
import {identifier, literal} from "../database/sql-text.js";
import type {FileText} from "./file-texts.js";
import {headerKind} from "./personal/headers.js";

/** The different texts of each column in each Parquet file that `use` asks for, for the search through what is written. */
export const withParquetTexts = <Result>(
  use: (textsOf: (path: string) => Promise<readonly FileText[]>) => Promise<Result>,
): Promise<Result> =>
  withSmallDatabase((connection) =>
    use(async (path) => {
      const source = `read_parquet(${literal(path)})`;
      const columns = (await connection.runAndReadAll(`describe select * from ${source}`))
        .getRowObjects()
        .map(({column_name, column_type}) => ({name: String(column_name), type: String(column_type)}));
      const names = {part: "", text: columns.map(({name}) => name).join("\n")};
      const searched = columns.filter(({name, type}) => !numeric.test(type) || headerKind(name) !== undefined);
      if (searched.length === 0) return [names];
      const lists = searched.map(({name}) => `list(distinct cast(${identifier(name)} as varchar))`);
      const [row] = (await connection.runAndReadAll(`select ${lists.join(", ")} from ${source}`)).getRowsJson();
      return [
        names,
        ...searched.map(({name}, at) => ({
          part: name,
          text: ((row?.[at] ?? []) as (string | null)[]).filter((text) => text !== null).join("\n"),
          isColumn: true,
        })),
      ];
    }),
  );

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*|BOOLEAN|DATE|TIME.*)$/;
