import {countSql} from "../database/counted.js";
import type {Database, Row} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
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

/**
 * Counts the records of every export by day, in the base tables, so that one source's silence shows.
 *
 * @param same streams of tables that have not changed since; defaults to none
 */
export async function readStreams(
  database: Database,
  accounts: readonly ImportAccount[],
  same: readonly Stream[] = [],
): Promise<Stream[]> {
  const tables = new Map(accounts.map((account) => [account.table, account]));
  const streams: Stream[] = [];
  for (const {table, source, entity} of tables.values()) {
    const dates = moments[entity];
    if (!dates) continue;
    const read = same.find((stream) => stream.table === table);
    if (read) {
      streams.push(read);
      continue;
    }
    const described = await database.rows(`describe ${identifier(table)}`);
    const has = (column: string) => described.some((row) => row.column_name === column);
    const at = dates.at.filter(has).map(identifier);
    if (at.length === 0) continue;
    const date = at.length > 1 ? `coalesce(${at.join(", ")})` : at[0]!;
    const count = await countSql(database, table);
    const rows = await database.rows(
      `select cast(day as varchar) as day, records, cast(first as varchar) as first, cast(last as varchar) as last, cast(cast(last as timestamp) as varchar) as moment
       from (select cast(${date} as date) as day, ${count} as records, min(${date}) as first, max(${date}) as last from ${identifier(table)} where ${date} is not null group by all) as days order by all`,
    );
    if (rows.length === 0) continue;
    const known = [...dates.at, ...(dates.known ?? [])].filter(has);
    const isOneFile = accounts.filter((account) => account.table === table && account.records > 0).length < 2;
    streams.push({
      ...{source, entity, table, kind: dates.kind},
      days: new Map(rows.map(({day, records}) => [dayNumber(String(day)), Number(records)])),
      edges: new Map(
        rows.map(({day, first, last}) => [dayNumber(String(day)), {first: String(first), last: String(last)}]),
      ),
      files: isOneFile ? new Map() : await readFileDays(database, {table, date, source, entity}),
      known_at: known.length === 1 ? lastOf(rows) : lastOf(await momentsByDay(database, {table, known})),
    });
  }
  return streams;
}

/** The days of several moments, each with how often it is one and the last of its moments. */
const momentsByDay = (
  database: Database,
  {table, known}: {table: string; known: readonly string[]},
): Promise<Row[]> => {
  const each = known.map(
    (column) =>
      `select cast(${identifier(column)} as date) as day, count(*) as records, max(cast(${identifier(column)} as timestamp)) as moment from ${identifier(table)} where ${identifier(column)} is not null group by all`,
  );
  return database.rows(
    `select cast(day as varchar) as day, cast(sum(records) as bigint) as records, cast(max(moment) as varchar) as moment from (${each.join(" union all ")}) as moments group by all order by all`,
  );
};

/** The latest moment in the months that hold most of them: a slip of the year knows nothing. */
function lastOf(days: readonly Row[]): string | undefined {
  const records = new Map(days.map(({day, records}) => [dayNumber(String(day)), Number(records)]));
  const last = bodyOf(monthDays(records), "events").at(-1)?.month;
  if (!last) return undefined;
  const {first, length} = daysOf(last);
  return days
    .filter(({day}) => dayNumber(String(day)) < first + length)
    .map(({moment}) => String(moment))
    .sort()
    .at(-1);
}
