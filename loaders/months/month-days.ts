import {usualMonth} from "../report/usual-month.js";
import {daysOf, middle, monthOfDay} from "./days.js";

/** The records of one month of one export. */
export interface MonthDays {
  readonly month: string;
  readonly rows: number;
  /** Days with records, in order. */
  readonly seen: readonly number[];
}

/** Records by month, in order; months without records are absent. */
export function monthDays(days: ReadonlyMap<number, number>): MonthDays[] {
  const months = new Map<string, {rows: number; seen: number[]}>();
  for (const [day, rows] of [...days].sort(([a], [b]) => a - b)) {
    const month = monthOfDay(day);
    const found = months.get(month) ?? {rows: 0, seen: []};
    found.rows += rows;
    found.seen.push(day);
    months.set(month, found);
  }
  return [...months].map(([month, found]) => ({month, ...found}));
}

/**
 * The months an export is about: stray dates at either end are left out (slips of the year, a contract that starts
 * later), which are under a twentieth of the middle month, or few and far from the rest. Events of the month after the
 * others, however few, are the export's last days.
 */
export function bodyOf(months: readonly MonthDays[], kind: "events" | "register"): MonthDays[] {
  const usual = usualMonth(months);
  const isStray = (at: number, beside: number): boolean => {
    const [month, next] = [months[at], months[beside]];
    if (!month || !next) return false;
    const gap = Math.abs(daysOf(month.month).first - daysOf(next.month).first);
    if (kind === "events" && at > beside && gap <= 31) return false;
    return month.rows < usual / 20 || (month.rows <= usual / 5 && gap > 122);
  };
  let [from, to] = [0, months.length - 1];
  while (from < to && isStray(from, from + 1)) from += 1;
  while (to > from && isStray(to, to - 1)) to -= 1;
  return months.slice(from, to + 1);
}

/** Rows of a usual month about this one: the middle of the six nearest others. */
export function usualRows(
  months: readonly MonthDays[],
  month: string,
): {readonly middle: number; readonly low: number} {
  const at = daysOf(month).first;
  const near = months
    .filter((other) => other.month !== month)
    .map(({month: other, rows}) => ({rows, away: Math.abs(daysOf(other).first - at)}))
    .sort((a, b) => a.away - b.away)
    .slice(0, 6)
    .map(({rows}) => rows);
  return {middle: middle(near), low: near.length > 0 ? Math.min(...near) : 0};
}
