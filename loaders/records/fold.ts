import type {Database} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {ReportError} from "../messages/errors.js";

/** An event log: the last (or first) event per key, in file order, is the record. */
export async function foldEvents(
  database: Database,
  base: string,
  {by, take}: {by: string; take: "first" | "last"},
): Promise<void> {
  if (!/^[a-z_]+$/.test(by))
    throw new ReportError("fold_by", `fold: {by: ${by}}`, {
      what: {zh: "不是列名。", en: "is not a column."},
      fix: {zh: "写规范列名。", en: "name a canonical column."},
    });
  const order = take === "last" ? "desc" : "asc";
  await database.run(
    `create or replace table ${base} as select * from ${base} qualify row_number() over (partition by ${identifier(by)} order by _file ${order}, _row ${order}) = 1`,
  );
}
