import {groupRows} from "../../src/marts/shape/groups.js";
import {shiftMonth} from "../../src/words/month.js";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import type {ImportAccount} from "../records/account.js";
import {dayNumber, daysOf, dayText} from "./days.js";
import {judgeMonths, type MonthState} from "./judge.js";
import {bodyOf, type MonthDays, monthDays, usualRows} from "./month-days.js";
import {entityMonths, type StreamMonths} from "./sources.js";

interface Leaving {
  readonly accounts: readonly ImportAccount[];
  /** Months that are said to be whole. */
  readonly vouched: readonly string[];
}

type Days = ReadonlyMap<number, number>;

/**
 * What every month has of the days on which customers left, by the system that names them: a register of customers stays as
 * it is where nobody joins, but leaving dates begin and stop like records of any kind. Nothing is known of months before
 * the first of them: older leavers may have been taken out of the list.
 */
export async function leavingMonths(
  database: Database,
  {accounts, vouched, months}: Leaving & {months: readonly string[]},
): Promise<StreamMonths[]> {
  const last = months.at(-1);
  if (!last) return [];
  const until = dayText(daysOf(last).first + daysOf(last).length);
  const sources = groupRows(
    accounts.filter(({entity}) => entity === "customers"),
    ({source}) => source,
  );
  const found: StreamMonths[] = [];
  for (const [source, own] of sources) {
    const tables = [...new Set(own.map(({table}) => table))];
    const [left, joined] = [await leftIn(database, {tables, until}), await joinedIn(database, {tables, until})];
    const judged = judgeLeaving({left, all: together(left, joined)}, {months, vouched});
    if (!judged) continue;
    const edges = new Map([...left.keys()].map((day) => [day, {first: dayText(day), last: dayText(day)}]));
    const stream = {source, entity: "customers", kind: "events", days: left, edges, files: new Map()} as const;
    const {known_day, states, ...ends} = judged;
    found.push({
      stream: {...stream, table: tables[0]!, known_at: `${dayText(known_day)} 00:00:00`},
      ...{...ends, months: new Map(states.map((state) => [state.month, state]))},
    });
  }
  return found;
}

/** The last month of which it is known who left, where nothing else is dated; else undefined. */
export async function lastLeavingMonth(
  database: Database,
  {judged, ...told}: Leaving & {judged: readonly StreamMonths[]},
): Promise<string | undefined> {
  if (judged.some(({stream}) => stream.entity !== "customers")) return undefined;
  const months = [...(judged[0]?.months.keys() ?? [])];
  const known = entityMonths(await leavingMonths(database, {...told, months}), "customers");
  return months.findLast((month) => known.get(month)?.state === "complete");
}

interface JudgedLeaving {
  readonly first: string;
  readonly last: string;
  /** The last day that the list knows of. */
  readonly known_day: number;
  readonly states: readonly MonthState[];
}

/**
 * Says of every month whether the list knows who left in it: by leaving dates alone, and at its end by those and joining
 * dates together, since both stop on the day of the export.
 *
 * @returns undefined where nobody left
 */
export function judgeLeaving(
  {left, all}: {left: Days; all: Days},
  {months, vouched}: {months: readonly string[]; vouched: readonly string[]},
): JudgedLeaving | undefined {
  const [body, whole] = [left, all].map((days) => bodyOf(monthDays(days), "events")) as [MonthDays[], MonthDays[]];
  const [first, last, end, from, through] = [body[0], body.at(-1), whole.at(-1), months[0], months.at(-1)];
  if (!first || !last || !end || !from || !through) return undefined;
  const states = judgeMonths(left, {from, through, kind: "events", lasts: true, vouched}).map((state): MonthState => {
    const {month} = state;
    if (state.state !== "complete" || vouched.includes(month)) return state;
    const {first: begin, length} = daysOf(month);
    const lead = first.seen[0]! - begin;
    const tail = begin + length - 1 - end.seen.at(-1)!;
    if (month === first.month && isSurprise(body, {own: first, days: lead, chance: 0.05}))
      return {...state, state: "partial", reason: "begins_late", covered_days: length - lead};
    if (month < end.month || !isSurprise(whole, {own: end, days: tail, chance: 0.01})) return state;
    return month === end.month
      ? {...state, state: "partial", reason: "ends_early", covered_days: length - tail}
      : {...state, state: "missing", reason: "no_records", covered_days: 0};
  });
  // Leaving dates alone may stop in a month in which others go on joining.
  const isCut = states.find(({month}) => month === last.month)?.reason === "ends_early";
  const known_day = (isCut && last.month <= end.month && !endsWith(end, whole) ? last : end).seen.at(-1)!;
  return {first: first.month, last: last.month, known_day, states};
}

/** Whether the list itself ends within its last month. */
function endsWith(end: MonthDays, whole: readonly MonthDays[]): boolean {
  const {first, length} = daysOf(end.month);
  return isSurprise(whole, {own: end, days: first + length - 1 - end.seen.at(-1)!, chance: 0.01});
}

/** Whether a year's list pauses for so many days in one month of five at most, and hardly ever by chance. */
function isSurprise(
  body: readonly MonthDays[],
  {own, days, chance}: {own: MonthDays; days: number; chance: number},
): boolean {
  const near = body.filter(({month}) => month >= shiftMonth(own.month, -12) && month <= shiftMonth(own.month, 12));
  const seen = near.flatMap((month) => month.seen);
  const pauses = seen.slice(1).filter((day, at) => day - seen[at]! > days).length;
  const usual = near.length > 1 ? usualRows(near, own.month).middle : own.rows;
  return days > 0 && pauses <= near.length / 5 && Math.exp((-usual * days) / daysOf(own.month).length) < chance;
}

interface Where {
  readonly tables: readonly string[];
  /** The day after the last month: what lies beyond is a plan. */
  readonly until: string;
}

/** How many customers left, by day; whoever left before joining is a slip of the pen. */
const leftIn = (database: Database, where: Where): Promise<Days> =>
  daysIn(database, where, (has) =>
    !has("left_date") ? undefined : has("joined_date") ? {day: "left_date", from: "joined_date"} : {day: "left_date"},
  );

const joinedIn = (database: Database, where: Where): Promise<Days> =>
  daysIn(database, where, (has) => (has("joined_date") ? {day: "joined_date"} : undefined));

async function daysIn(
  database: Database,
  {tables, until}: Where,
  columnsOf: (has: (name: string) => boolean) => {day: string; from?: string} | undefined,
): Promise<Days> {
  let sum: Days = new Map();
  for (const table of tables) {
    const described = await database.rows(`describe ${identifier(table)}`);
    const columns = columnsOf((name) => described.some(({column_name}) => column_name === name));
    if (!columns) continue;
    const {day, from = day} = columns;
    const rows = await database.rows(
      `select cast(${day} as varchar) as day, count(*) as customers from ${identifier(table)} where ${day} < date ${literal(until)} and coalesce(${day} >= ${from}, true) group by all order by all`,
    );
    sum = together(sum, new Map(rows.map((row) => [dayNumber(String(row.day)), Number(row.customers)])));
  }
  return sum;
}

function together(a: Days, b: Days): Days {
  const sum = new Map(a);
  for (const [day, customers] of b) sum.set(day, (sum.get(day) ?? 0) + customers);
  return sum;
}
