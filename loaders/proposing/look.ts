import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import type {FileAccount, ReadOptions} from "../readers/intake/types.js";
import {loadRaw} from "../readers/load-raw.js";
import {dayOf, momentsSql, readsSql} from "./cells/dates.js";
import {type ColumnProfile, nothingPattern, profileColumn} from "./cells/profile.js";

/** A table found in one or several files of one shape. */
export interface LookedTable {
  /** Name of the text table in the database. */
  readonly table: string;
  readonly files: readonly {readonly path: string; readonly name: string}[];
  readonly accounts: readonly FileAccount[];
  readonly options: ReadOptions;
  readonly rows: number;
  readonly profiles: readonly ColumnProfile[];
  /** What further header lines say of a column, by header. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Reads files into one text table and looks at every column of it. */
export async function lookAt(
  database: Database,
  {table, files, options = {}}: {table: string; files: LookedTable["files"]; options?: ReadOptions},
): Promise<LookedTable> {
  const {columns, files: accounts} = await loadRaw(database.connection, {
    table,
    source: table,
    entity: "any",
    files,
    options,
  });
  const [total] = await database.rows(`select count(*) as "rows" from ${table}`);
  const counts = await countsOf(database, {table, columns});
  const profiles: ColumnProfile[] = [];
  for (const [index, header] of columns.entries())
    profiles.push(await profileOf(database, {table, header, ...counts[index]!}));
  const settled = await settleDates(database, {table, profiles});
  return {table, files, accounts, options, rows: Number(total?.rows), profiles: settled};
}

async function countsOf(
  database: Database,
  {table, columns}: {table: string; columns: readonly string[]},
): Promise<{filled: number; distinct: number}[]> {
  if (columns.length === 0) return [];
  const parts = columns.map((header, index) => {
    const cell = cellSql(header);
    return `count(${cell}) as filled_${index}, count(distinct ${cell}) as distinct_${index}`;
  });
  const [row] = await database.rows(`select ${parts.join(", ")} from ${table}`);
  return columns.map((_, index) => ({
    filled: Number(row![`filled_${index}`]),
    distinct: Number(row![`distinct_${index}`]),
  }));
}

const cellSql = (header: string): string => `nullif(trim(${identifier(header)}), '')`;

async function profileOf(
  database: Database,
  {table, header, filled, distinct}: {table: string; header: string; filled: number; distinct: number},
): Promise<ColumnProfile> {
  const cell = cellSql(header);
  const few = distinct <= 60;
  const found = await database.rows(
    `select cell, count(*) as times from (select ${cell} as cell from ${table}) as cells where cell is not null group by cell order by ${few ? "times desc, cell" : "hash(cell), cell"} limit 1000`,
  );
  if (!few) {
    // words for "nothing" are few and may be missing from a sample
    const sampled = new Set(found.map((row) => row.cell));
    const nothing = await database.rows(
      `select distinct ${cell} as cell, 1 as times from ${table} where length(${cell}) <= 8 and regexp_full_match(${cell}, ${literal(nothingPattern)}) order by cell`,
    );
    found.push(...nothing.filter((row) => !sampled.has(row.cell!)));
  }
  const counts = few ? new Map(found.map((row) => [String(row.cell), Number(row.times)])) : new Map<string, number>();
  const profile = profileColumn(header, {cells: found.map((row) => String(row.cell)), filled, distinct, counts});
  if (distinct <= 1000 || profile.formats.length === 0) return profile;
  // what reads the sample must read the whole column
  const left = [];
  for (const format of profile.formats) {
    const [bad] = await database.rows(
      `select count(*) as cells from ${table} where ${cell} is not null ${notNa(cell, profile)} and not ${readsSql(cell, format)}`,
    );
    if (Number(bad?.cells) <= filled * 0.01) left.push({format, cells: Number(bad?.cells)});
  }
  const least = Math.min(...left.map(({cells}) => cells));
  const formats = left.filter(({cells}) => cells === least).map(({format}) => format);
  return {...profile, formats, dates: formats.length > 0 ? 1 : 0};
}

const notNa = (cell: string, {na}: ColumnProfile): string =>
  na.length === 0 ? "" : `and ${cell} not in (${na.map(literal).join(", ")})`;

/**
 * Where the cells of a column can be read in several ways, the other columns of the file may settle it: one written in
 * the same way that can be read in one way only, or one that names the same day in words. Else both ways stay.
 */
async function settleDates(
  database: Database,
  {table, profiles}: {table: string; profiles: readonly ColumnProfile[]},
): Promise<ColumnProfile[]> {
  const sure = profiles.filter(({formats}) => formats.length === 1);
  const made: ColumnProfile[] = [];
  for (const profile of profiles) {
    if (profile.formats.length < 2) {
      made.push(profile);
      continue;
    }
    const alike = sure.find(({formats}) => profile.formats.some((format) => dayOf(format) === dayOf(formats[0]!)));
    const same = alike && profile.formats.filter((format) => dayOf(format) === dayOf(alike.formats[0]!));
    if (same?.length === 1) {
      made.push({...profile, formats: same, settled: likeColumn(alike!)});
      continue;
    }
    const [told, by] = await toldByWords(database, {table, profile, sure});
    made.push(told ? {...profile, formats: [told], settled: sameDay(by!)} : await spread(database, {table, profile}));
  }
  return made;
}

const likeColumn = ({header, formats}: ColumnProfile) => ({
  zh: `与“${header}”列同一写法，那一列只能读作 ${formats[0]}`,
  en: `written like "${header}", which can only be read as ${formats[0]}`,
});
const sameDay = ({header, samples}: ColumnProfile) => ({
  zh: `这样读与“${header}”列（${samples[0]}）逐行是同一天`,
  en: `read so it is the same day as "${header}" (${samples[0]}) in every row`,
});

/** The format under which this column names the same day as another, in every row. */
async function toldByWords(
  database: Database,
  {table, profile, sure}: {table: string; profile: ColumnProfile; sure: readonly ColumnProfile[]},
): Promise<[string, ColumnProfile] | []> {
  for (const other of sure) {
    const agreeing: string[] = [];
    for (const format of profile.formats) {
      const [one, two] = [
        momentsSql(cellSql(profile.header), format),
        momentsSql(cellSql(other.header), other.formats[0]!),
      ];
      const [row] = await database.rows(
        `select count(*) filter (where cast(one as date) = cast(two as date)) as agree, count(*) as "rows" from (select ${one} as one, ${two} as two from ${table}) as days where one is not null and two is not null`,
      );
      if (Number(row?.rows) > 0 && Number(row?.agree) >= 0.99 * Number(row?.rows)) agreeing.push(format);
    }
    if (agreeing.length === 1) return [agreeing[0]!, other];
  }
  return [];
}

/** Day first or year first: "years" as many as the days of a month, and a handful at the other end, are days. */
async function spread(
  database: Database,
  {table, profile}: {table: string; profile: ColumnProfile},
): Promise<ColumnProfile> {
  const [yearFirst, dayFirst] = [true, false].map((is) =>
    profile.formats.filter((each) => /^yy[-/]/.test(each) === is),
  );
  if (yearFirst!.length !== 1 || dayFirst!.length !== 1) return profile;
  const cell = cellSql(profile.header);
  const years = (format: string) => `count(distinct year(${momentsSql(cell, format)}))`;
  const [row] = await database.rows(
    `select ${years(yearFirst![0]!)} as first, ${years(dayFirst![0]!)} as last from ${table}`,
  );
  if (!(Number(row?.first) > 20 && Number(row?.last) <= 5)) return profile;
  return {
    ...profile,
    formats: dayFirst!,
    settled: {
      zh: `若年在前，会跨 ${row!.first} 个年份；日在前只有 ${row!.last} 个`,
      en: `year first would span ${row!.first} years, day first ${row!.last}`,
    },
  };
}
