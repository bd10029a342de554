import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import type {EntityName} from "../mapping/entities/entities.js";
import {moments} from "../mapping/entities/moments.js";
import type {ImportAccount} from "../records/account.js";
import {dayNumber, daysOf} from "./days.js";
import {type FileDays, readFileDays} from "./late.js";
import {bodyOf, monthDays} from "./month-days.js";

/** The dated records of one export: one table of one mapping, however many files it comes in. */
export interface Stream {
  readonly source: string;
  readonly entity: EntityName;
  readonly table: string;
  readonly kind: "events" | "register";
  /** Records by day since 1970. */
  readonly days: ReadonlyMap<number, number>;
  /** First and last moment of each day. */
  readonly edges: ReadonlyMap<number, {readonly first: string; readonly last: string}>;
  /** The same by file, where several brought them. */
  readonly files: FileDays;
  /** The last moment its records know of, e.g. "2026-10-31 23:12:00"; stray dates apart. */
  readonly known_at: string | undefined;
}

/** Counts the records of every export by day, in the base tables, so that one source's silence shows. */
export async function readStreams(database: Database, accounts: readonly ImportAccount[]): Promise<Stream[]> {
  const tables = new Map(accounts.map((account) => [account.table, account]));
  const streams: Stream[] = [];
  for (const {table, source, entity} of tables.values()) {
    const dates = moments[entity];
    if (!dates) continue;
    const described = await database.rows(`describe ${identifier(table)}`);
    const has = (column: string) => described.some((row) => row.column_name === column);
    const at = dates.at.filter(has).map(identifier);
    if (at.length === 0) continue;
    const date = at.length > 1 ? `coalesce(${at.join(", ")})` : at[0]!;
    const rows = await database.rows(
      `select cast(cast(${date} as date) as varchar) as day, count(*) as records, cast(min(${date}) as varchar) as first, cast(max(${date}) as varchar) as last from ${identifier(table)} where ${date} is not null group by all order by all`,
    );
    if (rows.length === 0) continue;
    const known = [...dates.at, ...(dates.known ?? [])].filter(has);
    streams.push({
      ...{source, entity, table, kind: dates.kind},
      days: new Map(rows.map(({day, records}) => [dayNumber(String(day)), Number(records)])),
      edges: new Map(
        rows.map(({day, first, last}) => [dayNumber(String(day)), {first: String(first), last: String(last)}]),
      ),
      files: await readFileDays(database, {table, date, source, entity}),
      known_at: await lastMoment(database, {table, known}),
    });
  }
  return streams;
}

/** The latest of several moments, in the months that hold most of them: a slip of the year knows nothing. */
async function lastMoment(
  database: Database,
  {table, known}: {table: string; known: readonly string[]},
): Promise<string | undefined> {
  const each = known.map(
    (column) => `select cast(${identifier(column)} as timestamp) as moment from ${identifier(table)}`,
  );
  const union = `(${each.join(" union all ")}) as moments`;
  const days = await database.rows(
    `select cast(cast(moment as date) as varchar) as day, count(*) as records from ${union} where moment is not null group by all`,
  );
  const body = bodyOf(
    monthDays(new Map(days.map(({day, records}) => [dayNumber(String(day)), Number(records)]))),
    "events",
  );
  const last = body.at(-1)?.month;
  if (!last) return undefined;
  const {first, length} = daysOf(last);
  const [row] = await database.rows(
    `select cast(max(moment) as varchar) as moment from ${union} where moment < date ${literal("1970-01-01")} + ${first + length}`,
  );
  return row?.moment == null ? undefined : String(row.moment);
}
