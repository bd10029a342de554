import type {Flag} from "../../marts/shape/flag.js";
import {differenceOf} from "../../stats/comparisons/difference-of.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import type {Unit} from "../../words/unit.js";
import type {Estimate} from "../estimate.js";

/**
 * complete: whole and final · partial: the records end before the month does · late: whole since a later delivery ·
 * missing: expected and not there · provisional: may still move · none: nothing there and nothing expected.
 */
export type MonthState = "complete" | "partial" | "late" | "missing" | "provisional" | "none";

export interface IndicatorMonth {
  readonly month: string;
  readonly state: MonthState;
  readonly flag: Flag;
  /** null where withheld, or where there is nothing. */
  readonly estimate: Estimate | null;
}

/** A measure of the overview: its months, its last twelve months, its groups where nothing has a date. */
export interface Indicator {
  /** Of the catalogue where it has an entry there, e.g. "answer_rate". */
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly better: "up" | "down" | "neither";
  /** Oldest first, without holes: a month without records stands there too. */
  readonly months: readonly IndicatorMonth[];
  /** The last twelve months as one; absent where fewer than twelve are there. */
  readonly year?: Estimate;
  /** What is counted, where its id is no metric: "tickets". */
  readonly records?: string;
  /** The first month counted as it is now, where it was counted otherwise before. */
  readonly since?: string;
  /** Whether two months may be held against each other; defaults to any two. */
  readonly mayCompare?: (from: string, to: string) => boolean;
  /** The younger a month, the lower it stands: no month is compared with another. */
  readonly ages?: boolean;
  /** Base of the value in words: "470 calls". */
  readonly base: (estimate: Estimate) => string;
  /** Its largest groups, where its records have no dates. */
  readonly groups?: readonly {
    readonly name: string;
    readonly estimate: Estimate;
    /** Surely worse than the rest; defaults to true, where nothing tests it. */
    readonly isSure?: boolean;
  }[];
  readonly href: string;
  /** Where its groups stand; defaults to href. */
  readonly groupsHref?: string;
}

/**
 * Which of two values is surely higher: by the exact ratio of rates where both are counts over an exposure, else by the
 * interval of the difference (MOVER from both limits). Undefined where neither is.
 * @example surelyHigher({value: 0.5, lo: 0.45, hi: 0.55}, {value: 0.3, lo: 0.25, hi: 0.35}) // => "first"
 */
export function surelyHigher(first: Estimate, second: Estimate): "first" | "second" | undefined {
  if (first.exposure !== undefined && second.exposure !== undefined) {
    if (!(first.exposure > 0) || !(second.exposure > 0) || (first.events ?? 0) + (second.events ?? 0) === 0)
      return undefined;
    const {low, high} = rateRatio(
      {events: first.events ?? 0, exposure: first.exposure},
      {events: second.events ?? 0, exposure: second.exposure},
    );
    return low > 1 ? "first" : high < 1 ? "second" : undefined;
  }
  if (first.lo === null || first.hi === null || second.lo === null || second.hi === null) return undefined;
  const {low, high} = differenceOf(
    {estimate: first.value, low: first.lo, high: first.hi},
    {estimate: second.value, low: second.lo, high: second.hi},
  );
  return low > 0 ? "first" : high < 0 ? "second" : undefined;
}

/** The month that the indicator speaks of: the last one whole, final and shown. */
export const currentMonth = ({months}: Pick<Indicator, "months">): IndicatorMonth | undefined =>
  months.findLast(({state, estimate, flag}) => isFinal(state) && (estimate !== null || flag === "suppressed"));

/** Records of the month are all there and no longer move. */
export const isFinal = (state: MonthState): boolean => state === "complete" || state === "late";
