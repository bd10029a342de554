import type {Database} from "../../database/database.js";
import {identifier, literal} from "../../database/sql-text.js";
import {type Entity, entities} from "../../mapping/entities/entities.js";
import {moments} from "../../mapping/entities/moments.js";
import {type BaseSource, rowSql} from "../../mapping/filled.js";
import type {TableMapping} from "../../mapping/mapping.js";

interface Records {
  readonly base: string;
  readonly source: string;
  readonly table: TableMapping;
  readonly from: BaseSource;
}

/** Takes out records that cannot be counted: without a key, or without the date that says which month they belong to. */
export async function rejectRecords(database: Database, records: Records): Promise<void> {
  await rejectKeyless(database, records);
  await rejectUndated(database, records);
}

/** Lists the rows of records under a condition. */
export const rejectSql = (
  {base, source, table, from}: Records,
  {
    column,
    columnSql = literal(column ?? ""),
    value,
    reason,
    severity = "row",
    where,
  }: {column?: string; columnSql?: string; value: string; reason: string; severity?: string; where: string},
): string =>
  `insert into rejects select distinct ${literal(source)}, ${literal(table.entity)}, _file, ${rowSql(from)}, ${columnSql}, ${value}, ${literal(reason)}, ${literal(severity)}, null from ${base} where ${where}`;

/** What a record's key is called, and its value as one text. */
export function keyOf({entity}: TableMapping): {
  names: readonly string[];
  needed: readonly string[];
  label: string;
  shown: string;
} {
  const {key: names, optionalKey = []}: Entity = entities[entity];
  return {
    names,
    needed: names.filter((name) => !optionalKey.includes(name)),
    label: names.join(" + "),
    shown: names.map((name) => `coalesce(cast(${identifier(name)} as varchar), '')`).join(" || ' · ' || "),
  };
}

async function rejectKeyless(database: Database, records: Records): Promise<void> {
  const {needed, label, shown} = keyOf(records.table);
  const where = `(${needed.map((name) => `${identifier(name)} is null`).join(" or ")})`;
  await database.run(rejectSql(records, {column: label, value: shown, reason: "missing_key", where}));
  await database.run(`delete from ${records.base} where ${where}`);
}

/** Columns of the date that says which month a record belongs to, as far as the mapping fills them from the file. */
export function datesOf({entity, columns}: TableMapping): {at: readonly string[]; open: readonly string[]} {
  const {at = [], open = [], kind} = moments[entity] ?? {};
  const isMapped = (name: string) => columns[name]?.from !== undefined;
  // of customers many have no date: they are a list, not events
  return kind === "register" && entity === "customers"
    ? {at: [], open: []}
    : {at: at.filter(isMapped), open: open.filter(isMapped)};
}

/** The first of a record's dates that it has; null where it has none. */
export const dateSql = (at: readonly string[]): string => `coalesce(${at.map(identifier).join(", ")})`;

/**
 * Records without any of their dates fall in no month. An invitation that nobody answered has neither date nor score; a
 * survey of which no answer has a date is one of no month, as if none were mapped.
 */
async function rejectUndated(database: Database, records: Records): Promise<void> {
  const {base, table, from} = records;
  const {at, open} = datesOf(table);
  const column = at[0];
  if (column === undefined) return;
  const undated = [...at, ...open].map((name) => `${identifier(name)} is null`).join(" and ");
  const isSurvey = table.entity === "surveys";
  const isScored = isSurvey && (table.items !== undefined || table.columns.score !== undefined);
  const [count] = await database.rows(
    `select count(*) as records, count(*) filter (${undated}) as undated, ${isScored ? "count(score)" : "0"} as scores from ${base}`,
  );
  if (Number(count?.undated) === 0) return;
  if (count?.undated === count?.records && Number(count?.scores) > 0) return;
  const list = (more: {reason: string; severity: string; where: string}) =>
    database.run(rejectSql(records, {column, value: "null", ...more}));
  const answered = isScored
    ? `(_file, ${rowSql(from)}) in (select (_file, ${rowSql(from)}) from ${base} where score is not null)`
    : "false";
  if (isSurvey) await list({reason: "not_answered", severity: "aside", where: `${undated} and not ${answered}`});
  await list({reason: "not_date", severity: "row", where: isSurvey ? `${undated} and ${answered}` : undated});
  await database.run(`delete from ${base} where ${undated}`);
}
