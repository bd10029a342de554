import {daysOf, isSpringFestival, middle} from "./days.js";
import {type MonthDays, usualRows} from "./month-days.js";

/** What is not there of a month that has records; reason "" where nothing is. */
export interface Gap {
  readonly reason: "" | "ends_early" | "begins_late" | "has_hole" | "few_days";
  readonly covered_days: number;
}

/** What the other months of an export look like, worked out once. */
export interface Habits {
  readonly body: readonly MonthDays[];
  /** Of the days of each kind (Thursdays first), the share that has records. */
  readonly weekdays: readonly number[];
  /** By month: the longest stretch of its days without records. */
  readonly pauses: ReadonlyMap<string, number>;
  readonly restsAtSpringFestival: boolean;
}

export function habitsOf(body: readonly MonthDays[]): Habits {
  const [seen, all] = [new Array<number>(7).fill(0), new Array<number>(7).fill(0)];
  const festival = body.flatMap((month) => month.seen).filter(isSpringFestival);
  for (const month of body) {
    const {first, length} = daysOf(month.month);
    for (const day of month.seen) seen[weekday(day)]! += 1;
    for (let day = first; day < first + length; day += 1) all[weekday(day)]! += 1;
  }
  return {
    body,
    weekdays: seen.map((count, index) => count / Math.max(1, all[index]!)),
    pauses: new Map(body.map((month, index) => [month.month, longestPause(month, {index, count: body.length})])),
    restsAtSpringFestival: festival.length < 3,
  };
}

/**
 * What is missing of a month: a stretch of days without records is a gap where records were to be expected on them by
 * the days of the week, and where the export hardly ever pauses so long.
 */
export function gapOf(own: MonthDays, habits: Habits): Gap {
  const {length} = daysOf(own.month);
  const stretches = pausesOf(own);
  const [isFirst, isLast] = [own.month <= habits.body[0]!.month, own.month >= habits.body.at(-1)!.month];
  const tail = stretches.find(({to}) => to === length) ?? {from: length, to: length};
  const lead = stretches.find(({from}) => from === 0) ?? {from: 0, to: 0};
  const endsEarly = isGap(own, tail, habits, isLast ? {days: 1, rows: 8, part: 0.02} : {days: 6, rows: 15, part: 0.15});
  const beginsLate = isGap(
    own,
    lead,
    habits,
    isFirst ? {days: 3, rows: 10, part: 0.1} : {days: 10, rows: 15, part: 0.2},
  );
  if (endsEarly || beginsLate)
    return {
      reason: endsEarly ? "ends_early" : "begins_late",
      covered_days: (endsEarly ? tail.from : length) - (beginsLate ? lead.to : 0),
    };
  const hole = stretches.find((each) => isGap(own, each, habits, {days: 10, rows: 15, part: 0.2}));
  if (hole) return {reason: "has_hole", covered_days: length - (hole.to - hole.from)};
  return fewDays(own, habits);
}

/** Days of a month, counted from 0; `to` is not part of it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Least {
  readonly days: number;
  /** Rows to be expected on them. */
  readonly rows: number;
  /** The same as part of a usual month. */
  readonly part: number;
}

function isGap(own: MonthDays, stretch: Stretch, habits: Habits, least: Least): boolean {
  const size = stretch.to - stretch.from;
  if (size < least.days) return false;
  const others = [...habits.pauses].filter(([month]) => month !== own.month);
  // One month alone has no other beside it: it must at least pause far longer than it does between its days.
  if (others.length === 0 && own.rows < 20) return false;
  const inside = pausesOf(own).filter(({from, to}) => from > 0 && to < daysOf(own.month).length);
  if (others.length === 0 && size < Math.max(3, ...inside.map(({from, to}) => 2 * (to - from)))) return false;
  if (others.filter(([, pause]) => pause >= size).length > others.length / 5) return false;
  const usual = others.length > 0 ? usualRows(habits.body, own.month).middle : own.rows;
  const expected = usual * shareOf(own, stretch, habits);
  return expected >= least.rows && expected >= least.part * usual;
}

/** Part of a month's rows that a stretch of it brings, by its days of the week; alone, beside the days it has. */
function shareOf(
  {month, seen}: MonthDays,
  {from, to}: Stretch,
  {body, weekdays, restsAtSpringFestival}: Habits,
): number {
  const {first, length} = daysOf(month);
  if (body.length === 1) return (to - from) / (seen.at(-1)! - seen[0]! + 1);
  const weight = (day: number) => (restsAtSpringFestival && isSpringFestival(day) ? 0 : weekdays[weekday(day)]!);
  let [part, whole] = [0, 0];
  for (let day = 0; day < length; day += 1) {
    whole += weekdays[weekday(first + day)]!;
    if (day >= from && day < to) part += weight(first + day);
  }
  return part / whole;
}

const weekday = (day: number): number => day % 7;

/** Where an export begins and ends it does not pause. */
function longestPause(month: MonthDays, {index, count}: {index: number; count: number}): number {
  const {length} = daysOf(month.month);
  const pauses = pausesOf(month).filter(
    ({from, to}) => !(index === 0 && from === 0) && !(index === count - 1 && to === length),
  );
  return Math.max(...pauses.map(({from, to}) => to - from), 0);
}

/** The stretches of a month without records, in order. */
function pausesOf({month, seen}: MonthDays): Stretch[] {
  const {first, length} = daysOf(month);
  const edges = [-1, ...seen.map((day) => day - first), length];
  return edges
    .slice(1)
    .map((to, index) => ({from: edges[index]! + 1, to}))
    .filter(({from, to}) => to > from);
}

function fewDays(own: MonthDays, {body}: Habits): Gap {
  const {length} = daysOf(own.month);
  const usualDays = middle(body.filter(({month}) => month !== own.month).map(({seen}) => seen.length));
  const isFew = own.seen.length < usualDays / 2 && isFarFewer(own.rows, usualRows(body, own.month).middle);
  return isFew
    ? {reason: "few_days", covered_days: Math.round((length * own.seen.length) / usualDays)}
    : {reason: "", covered_days: length};
}

/** Under half of the usual rows, and more than chance for counts that spread twice as much as Poisson's. */
export const isFarFewer = (rows: number, usual: number): boolean =>
  rows < usual / 2 && (usual - rows) / Math.sqrt(2 * usual) > 3;
