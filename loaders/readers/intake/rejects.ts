import type {DuckDBConnection} from "@duckdb/node-api";
import {limits} from "./limits.js";
import type {Reason} from "./reasons.js";

/** row: the record is not in the table · cell: it is, this cell needs a look · aside: rightly not a record. */
export type Severity = "row" | "cell" | "aside";

export interface Reject {
  readonly row: number;
  readonly column?: string;
  readonly value?: string;
  readonly reason: Reason;
  readonly severity: Severity;
  /** The record as it came. */
  readonly line?: string;
}

/** Creates the table `rejects`: every record or cell that was not taken as it came, with the reason. */
export async function createRejects(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create table if not exists rejects (
    source varchar, entity varchar, file varchar, "row" bigint, "column" varchar,
    value varchar, reason varchar, severity varchar, line varchar)`);
}

/** Writes rejects to the table `rejects`. */
export async function storeRejects(
  connection: DuckDBConnection,
  found: readonly (Reject & {readonly file: string})[],
  {source, entity}: {source: string; entity: string},
): Promise<void> {
  if (found.length === 0) return;
  const appender = await connection.createAppender("rejects");
  const text = (value: string | undefined) => {
    if (value === undefined) appender.appendNull();
    else appender.appendVarchar(cleanText(value));
  };
  for (const {file, row, column, value, reason, severity, line} of found) {
    for (const part of [source, entity, file]) appender.appendVarchar(part);
    appender.appendBigInt(BigInt(row));
    for (const part of [column, value, reason, severity, line]) text(part);
    appender.endRow();
  }
  appender.closeSync();
}

/** NUL shown as ␀ (the database ends texts there), half surrogates replaced, very long texts cut. */
function cleanText(text: string): string {
  const cut = text.length > limits.keptLine ? `${text.slice(0, limits.keptLine)}…` : text;
  return Buffer.from(cut.replaceAll("\u0000", "␀"), "utf8").toString("utf8");
}
