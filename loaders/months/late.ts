import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {dayNumber, daysOf} from "./days.js";
import {type JudgeOptions, judgeMonths, type MonthState} from "./judge.js";

/** Records by day of each file of an export, where it came in several and none of them replaced records of another. */
export type FileDays = ReadonlyMap<string, ReadonlyMap<number, number>>;

export async function readFileDays(
  database: Database,
  {table, date, source, entity}: {table: string; date: string; source: string; entity: string},
): Promise<FileDays> {
  const [replaced] = await database.rows(
    `select count(*) as rows from rejects where source = ${literal(source)} and entity = ${literal(entity)} and reason = 'duplicate_key'`,
  );
  // What a later file replaced is not known to have been there before.
  if (Number(replaced?.rows) > 0) return new Map();
  const rows = await database.rows(
    `select _file as file, cast(cast(${date} as date) as varchar) as day, count(*) as records from ${identifier(table)} where ${date} is not null group by all order by all`,
  );
  const files = new Map<string, Map<number, number>>();
  for (const {file, day, records} of rows) {
    const days = files.get(String(file)) ?? new Map<number, number>();
    files.set(String(file), days.set(dayNumber(String(day)), Number(records)));
  }
  return files;
}

/**
 * Months that are whole only since a later delivery: without a file that is mostly about later months their records
 * would end before the month does.
 */
export function withLate(
  states: readonly MonthState[],
  {days, files, options}: {days: ReadonlyMap<number, number>; files: FileDays; options: JudgeOptions},
): MonthState[] {
  if (files.size < 2) return [...states];
  return states.map((state) => {
    if (state.state !== "complete" || state.rows === 0) return state;
    const {month} = state;
    const {first, length} = daysOf(month);
    const isOf = (day: number) => day >= first && day < first + length;
    const isLate = [...files.values()].some((file) => {
      // A month whose last day has records without the file does not end early without it.
      const last = first + length - 1;
      if ((days.get(last) ?? 0) > (file.get(last) ?? 0) || !isMostlyLater(file, {first, next: first + length}))
        return false;
      const without = [...days].map(([day, rows]) => [day, rows - ((isOf(day) && file.get(day)) || 0)] as const);
      const left = new Map(without.filter(([, rows]) => rows > 0));
      const [before] = judgeMonths(left, {...options, from: month, through: month});
      return before?.state === "partial" && before.reason === "ends_early";
    });
    return isLate ? {...state, state: "late" as const, reason: "later_file" as const} : state;
  });
}

/** A file that has records of a month, and most of them of later ones. */
function isMostlyLater(file: ReadonlyMap<number, number>, {first, next}: {first: number; next: number}): boolean {
  let [own, later, all] = [0, 0, 0];
  for (const [day, rows] of file) {
    all += rows;
    if (day >= next) later += rows;
    else if (day >= first) own += rows;
  }
  return own > 0 && later > all / 2;
}
