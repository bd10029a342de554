import {sum as sumOf} from "../marts/shape/sum.js";
import {lastBreak} from "../metrics/breaks.js";
import {rateRatio} from "../stats/comparisons/rate-ratio.js";
import {shiftMonth} from "../words/month.js";
import {isWhole} from "./months.js";
import type {ReportView} from "./view.js";

/** A category this month beside its own last twelve months. */
export interface CategoryNow {
  readonly category: string;
  readonly now: number;
  /** Records in the months before. */
  readonly before: number;
  readonly ratio: number;
  /** Whole months before, at most twelve, that the records hold. */
  readonly months: number;
  /** Whether the month is whole and has a past: without either nothing may be said of its being usual. */
  readonly isCompared: boolean;
  /** Never seen in the months before. */
  readonly isNew: boolean;
  /** Clearly more than its own past, after correction for the number of categories. */
  readonly isAbove: boolean;
  /** The same of a kind of its own. */
  readonly isRising: boolean;
}

/** Whether there is a whole month before the report's: where there is none, nothing can be called new, or not new. */
export const hasPast = (view: ReportView, metric: string): boolean =>
  view.months.some((each) => each < (view.month ?? "") && isWhole(view, {metric, month: each}));

interface Counted {
  readonly month: string;
  readonly category: string;
  readonly count: number;
}

/** Fewer than this in a month are no news, however few there were before. */
const leastNow = 5;

/** What bears no category is no kind of its own. */
export const uncategorised = "(none)";

/**
 * Every category of the report month against its own past: exact rate ratio, Bonferroni over categories; the most frequent
 * first.
 * @param options.metric whose months they are
 */
export function besidePast(
  view: ReportView,
  {rows, metric}: {rows: readonly Counted[]; metric: string},
): CategoryNow[] {
  const {month} = view;
  if (!month) return [];
  const since = lastBreak(view, {metric, through: month})?.category ?? "";
  const year = shiftMonth(month, -12);
  const first = since > year ? since : year;
  const past = rows.filter((row) => row.month >= first && row.month < month);
  const isCounted = (each: string) => isWhole(view, {metric, month: each});
  const months = view.months.filter((each) => each >= first && each < month && isCounted(each)).length;
  const isCompared = months > 0 && isWhole(view, {metric, month});
  const current = rows.filter((row) => row.month === month);
  return current
    .map(({category, count: now}) => {
      const ofIt = past.filter((row) => row.category === category);
      // A part of a month makes no usual one; but what was seen there alone was there before.
      const inWhole = ofIt.filter((row) => isCounted(row.month));
      const before = sumOf(inWhole, "count") || sumOf(ofIt, "count");
      const ratio =
        months === 0
          ? undefined
          : rateRatio(
              {events: now, exposure: 1},
              {events: before, exposure: months},
              {confidence: 1 - 0.05 / current.length},
            );
      // A part of a month is held against no whole ones; what was never there before is new in a part as well.
      const isAbove = isCompared && ratio !== undefined && ratio.low > 1 && now >= leastNow;
      return {
        category,
        now,
        before,
        months,
        isCompared,
        ratio: ratio?.estimate ?? Number.NaN,
        isNew: category !== uncategorised && months >= 6 && before === 0 && now >= leastNow,
        isAbove,
        isRising: category !== uncategorised && isAbove,
      };
    })
    .sort((a, b) => b.now - a.now || (a.category < b.category ? -1 : 1));
}
