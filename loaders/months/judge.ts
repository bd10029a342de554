import {daysOf, monthsBetween} from "./days.js";
import {gapOf, type Habits, habitsOf, isFarFewer} from "./gaps.js";
import {bodyOf, type MonthDays, monthDays, usualRows} from "./month-days.js";

export type State = "complete" | "partial" | "late" | "missing";

/**
 * Why a month is not complete. partial: ends_early, begins_late, has_hole, few_days, one_of_several ·
 * missing: no_records, and quiet, for nobody expects any: before_first, between_waves, replaced ·
 * complete all the same: none_usual (so few that none is no surprise), thin (under half of the usual rows), vouched.
 */
export type Reason =
  | ""
  | "ends_early"
  | "begins_late"
  | "has_hole"
  | "few_days"
  | "one_of_several"
  | "no_records"
  | "before_first"
  | "between_waves"
  | "replaced"
  | "none_usual"
  | "thin"
  | "later_file"
  | "vouched";

/** What is known of one month of one export. */
export interface MonthState {
  readonly month: string;
  readonly state: State;
  readonly reason: Reason;
  readonly rows: number;
  readonly usual_rows: number;
  /** Days since 1970; undefined where none was seen. */
  readonly first_day: number | undefined;
  readonly last_day: number | undefined;
  readonly days_seen: number;
  /** Days of the month that the records speak for. */
  readonly covered_days: number;
}

/** Missing, and nobody expects it: no alarm, only no value. */
export const isQuiet = ({reason}: {readonly reason: Reason}): boolean =>
  reason === "before_first" || reason === "between_waves" || reason === "replaced";

export interface JudgeOptions {
  readonly from: string;
  readonly through: string;
  readonly kind: "events" | "register";
  /** Whether what is in a register stays in it: it is whole in months in which nobody entered; defaults to false. */
  readonly lasts?: boolean;
  /** Records of one month only are one wave of something asked now and then; defaults to false. */
  readonly comesInWaves?: boolean;
  /** Months that report.yaml says are complete as they are. */
  readonly vouched?: readonly string[];
}

/**
 * Says of every month from `from` to `through` whether the records of one export are all there, by what its other months look
 * like: no single threshold, since 3 records a month, surveys once a year and desks closed on weekends are complete as
 * they are.
 */
export function judgeMonths(days: ReadonlyMap<number, number>, options: JudgeOptions): MonthState[] {
  const found = monthDays(days);
  const body = bodyOf(found, options.kind);
  const [first, last] = [body[0]?.month, body.at(-1)?.month];
  if (!first || !last) return [];
  const [pauses, habits] = [pausesOf(body, options), habitsOf(body)];
  return monthsBetween(options.from, options.through).map((month) => {
    const own = found.find((each) => each.month === month);
    const state = (own: MonthDays | undefined): MonthState => {
      if (!own) return emptyMonth(month, {body, pauses, lasts: options.lasts === true});
      if (options.kind === "register" || pauses === Number.POSITIVE_INFINITY) return stateOf(own, {body});
      return filledMonth(own, habits);
    };
    const judged = state(own);
    return options.vouched?.includes(month) && !isQuiet(judged)
      ? {...judged, state: "complete", reason: "vouched", covered_days: daysOf(month).length}
      : judged;
  });
}

/** How many months in a row this export is used to send nothing; infinite where it comes in waves. */
function pausesOf(body: readonly MonthDays[], {kind, comesInWaves}: JudgeOptions): number {
  const span = monthsBetween(body[0]!.month, body.at(-1)!.month).length;
  if (body.length === 1) return kind === "register" || comesInWaves ? Number.POSITIVE_INFINITY : 0;
  if (span >= 3 && body.length / span <= 0.5) return Number.POSITIVE_INFINITY;
  if (body.length / span > 0.75) return 0;
  const lengths = body
    .slice(1)
    .map(({month}, index) => monthsBetween(body[index]!.month, month).length - 2)
    .filter((length) => length > 0)
    .sort((a, b) => b - a);
  return lengths[1] ?? 0; // seen twice
}

/** A month without records: is that what was to be expected? */
function emptyMonth(
  month: string,
  {body, pauses, lasts}: {readonly body: readonly MonthDays[]; readonly pauses: number; readonly lasts: boolean},
): MonthState {
  const empty = {month, rows: 0, first_day: undefined, last_day: undefined, days_seen: 0, covered_days: 0};
  const usual = usualRows(body, month);
  const missing = (reason: Reason): MonthState => ({...empty, state: "missing", reason, usual_rows: usual.middle});
  if (month < body[0]!.month) return missing("before_first");
  const before = body.findLast((each) => each.month < month)!;
  const after = body.find((each) => each.month > month);
  // After the last month the run of empty ones reaches to the month in question.
  const run = after
    ? monthsBetween(before.month, after.month).length - 2
    : monthsBetween(before.month, month).length - 1;
  const none: MonthState = {
    ...missing("none_usual"),
    state: "complete",
    covered_days: daysOf(month).length,
  };
  if (run <= pauses) return lasts ? none : missing("between_waves");
  const isSurprise = run * usual.middle >= 8 || (run * usual.middle >= 5 && run * usual.low >= 3);
  if (isSurprise) return missing("no_records");
  return none;
}

/** A month with records: do they begin and end with it? */
function filledMonth(own: MonthDays, habits: Habits): MonthState {
  const {body} = habits;
  const state = stateOf(own, {body});
  const gap = gapOf(own, habits);
  if (gap.reason !== "") return {...state, state: "partial", ...gap};
  const previous = body.findLast((each) => each.month < own.month)?.rows ?? 0;
  return isFarFewer(own.rows, Math.min(state.usual_rows, previous)) ? {...state, reason: "thin"} : state;
}

const stateOf = (own: MonthDays, {body}: {readonly body: readonly MonthDays[]}): MonthState => ({
  month: own.month,
  state: "complete",
  reason: "",
  rows: own.rows,
  usual_rows: usualRows(body, own.month).middle,
  first_day: own.seen[0],
  last_day: own.seen.at(-1),
  days_seen: own.seen.length,
  covered_days: daysOf(own.month).length,
});
