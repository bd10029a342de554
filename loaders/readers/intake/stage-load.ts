import {fileLiteral, identifier, literal} from "../../database/sql-text.js";
import type {ReadContext} from "./part.js";
import type {Stage} from "./stage.js";

/** The columns of a part. */
export interface Names {
  readonly columns: readonly string[];
}

/** Loads a staged file; returns the number of rows the database counted. */
export async function loadStage(
  {landing}: ReadContext,
  {stage, names, file}: {stage: Stage; names: Names; file: string},
): Promise<number> {
  if (stage.few) return landing.append({columns: names.columns, rows: stage.few, file});
  const columns = ["_row", ...names.columns].map(
    (name) => `${literal(name)}: '${name === "_row" ? "BIGINT" : "VARCHAR"}'`,
  );
  const longest = Math.max(2_000_000, 4 * stage.longest + 64);
  const from = `read_csv(${fileLiteral(stage.path)}, columns = {${columns.join(", ")}}, auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', nullstr = '', strict_mode = true, max_line_size = ${longest})`;
  return landing.add(names.columns, {
    from: `(select ${["_row", ...names.columns].map(identifier).join(", ")} from ${from})`,
    file,
  });
}
