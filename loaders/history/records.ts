import {countSql} from "../database/counted.js";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {type Entity, type EntityName, entities, entityNames} from "../mapping/entities/entities.js";
import {moments} from "../mapping/entities/moments.js";

/** How many records of a kind a file holds of a month. */
export interface RecordCount {
  readonly entity: string;
  readonly month: string;
  readonly file: string;
  readonly records: number;
}

/** One record: its key and what it says, both as digests, and where it stands. */
export interface RecordMark {
  readonly entity: string;
  readonly month: string;
  readonly key: string;
  readonly says: string;
  readonly file: string;
  readonly row: number;
}

/** The records of a report: counted by file and month, and the youngest one by one. */
export interface RecordMarks {
  readonly counts: readonly RecordCount[];
  readonly marks: readonly RecordMark[];
}

/** Months whose records are kept one by one: what comes late or is corrected is mostly of these. */
const youngest = 3;
/** With more records of a kind than this in those months, they are counted only. */
const mostMarks = 200_000;

/**
 * What is kept of the records of a report, up to its month. Digests alone: no cell of an export gets into the history.
 */
export async function markRecords(
  database: Database,
  {month, from}: {month: string; from: string},
): Promise<RecordMarks> {
  const counts: RecordCount[] = [];
  const marks: RecordMark[] = [];
  for (const entity of entityNames) {
    const dates = moments[entity];
    if (!dates) continue;
    const table = identifier(`all_${entity}`);
    const date = dates.at.length > 1 ? `coalesce(${dates.at.map(identifier).join(", ")})` : identifier(dates.at[0]!);
    const at = `strftime(cast(${date} as date), '%Y-%m')`;
    const isIn = `${date} is not null and ${at} <= ${literal(month)}`;
    const count = await countSql(database, `all_${entity}`);
    // A month's name is made once per day, not once per record.
    const found = await database.rows(
      `select strftime(day, '%Y-%m') as month, file, cast(sum(records) as integer) as records
       from (select cast(${date} as date) as day, _file as file, ${count} as records from ${table} where ${date} is not null group by all) as days
       where strftime(day, '%Y-%m') <= ${literal(month)} group by all order by all`,
    );
    counts.push(
      ...found.map((row) => ({
        entity,
        month: String(row.month),
        file: String(row.file),
        records: Number(row.records),
      })),
    );
    const young = found.reduce((sum, row) => sum + (String(row.month) >= from ? Number(row.records) : 0), 0);
    // Of records that stay in a cluster there is none here to be marked.
    if (young > 0 && young <= mostMarks && count === "count(*)")
      marks.push(...(await marksOf(database, {entity, at, isIn, from})));
  }
  return {counts, marks};
}

async function marksOf(
  database: Database,
  {entity, at, isIn, from}: {entity: EntityName; at: string; isIn: string; from: string},
): Promise<RecordMark[]> {
  const {columns: all, key: own, optionalKey = []}: Entity = entities[entity];
  // What is masked may be masked otherwise in a later build, without any change of the record.
  const columns = Object.entries(all).flatMap(([name, {personal, keyOf}]) => (personal || keyOf ? [] : [name]));
  const key = [...own, ...optionalKey];
  const digest = (names: readonly string[]) =>
    `substr(md5(concat_ws('|', ${names.map((name) => `coalesce(cast(${identifier(name)} as varchar), '')`).join(", ")})), 1, 12)`;
  const rows = await database.rows(
    `select ${at} as month, ${digest(key)} as key, ${digest(columns)} as says, _file as file, cast(_row as integer) as row from ${identifier(`all_${entity}`)} where ${isIn} and ${at} >= ${literal(from)} order by month, key, says, file, row`,
  );
  return rows.map((row) => ({
    entity,
    month: String(row.month),
    key: String(row.key),
    says: String(row.says),
    file: String(row.file),
    row: Number(row.row),
  }));
}

/** The first month whose records are kept one by one. */
export function firstMarked(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year!, number! - youngest, 1)).toISOString().slice(0, 7);
}
