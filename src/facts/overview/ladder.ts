import type {Target} from "../../words/target.js";
import type {Estimate} from "../estimate.js";
import {currentMonth, type Indicator, isFinal, surelyHigher} from "./indicator-shape.js";

/**
 * What may be said of a measure, the first that is sure: the month against its target, else the last twelve months
 * against it, else that it is too close to call. Without a target: whether it surely changed.
 */
export interface Standing {
  readonly rung: "month" | "year" | "unsure" | "change" | "none" | "few" | "withheld" | "partial" | "missing";
  /** Met or missed, better or worse; undefined where neither can be said. */
  readonly good?: boolean;
  /** For how many months running the target has surely been missed, up to now; 0 where it was not. */
  readonly running: number;
  /** Whether twelve months together surely miss the target, whatever the month does; only where they may judge. */
  readonly missesYear?: boolean;
  readonly sinceMonth: Direction;
  readonly sinceYear: Direction;
}

/** Surely higher or lower than then; undefined where it cannot be told, or there is nothing to compare with. */
export type Direction = "up" | "down" | undefined;

/** Fewer answers than this are no ground for a verdict against a target. */
const few = 30;

export function standing(indicator: Indicator, targetAt: (month: string) => Target | undefined): Standing {
  const now = currentMonth(indicator);
  const at = now ? indicator.months.indexOf(now) : -1;
  const estimate = now?.estimate;
  const target = now && targetAt(now.month);
  const none = {running: 0, sinceMonth: undefined, sinceYear: undefined} as const;
  const last = indicator.months.at(-1)?.state;
  if (last === "missing" || last === "partial") return {rung: last, ...none};
  if (!now) return indicator.groups ? {rung: "none", ...none} : {rung: "missing", ...none};
  if (!estimate) return {rung: "withheld", ...none};
  const since = {
    sinceMonth: direction(indicator, estimate, [at, at - 1]),
    sinceYear: direction(indicator, estimate, [at, at - 12]),
  };
  if (now.flag === "hollow" || (estimate.n !== undefined && estimate.events === undefined && estimate.n < few))
    return {rung: "few", running: 0, ...since};
  if (!target) return {...changed(indicator, since), running: 0, ...since};
  const ofMonth = against(estimate, target);
  const running = missedRunning(indicator, {at, targetAt});
  const ofYear =
    target.judge.includes("year") && indicator.year !== undefined && isOneTarget(indicator, {target, targetAt})
      ? against(indicator.year, target)
      : undefined;
  const missesYear = ofYear === false;
  if (ofMonth !== undefined) return {rung: "month", good: ofMonth, running, missesYear, ...since};
  if (ofYear !== undefined) return {rung: "year", good: ofYear, running: 0, missesYear, ...since};
  return {rung: "unsure", running: 0, ...since};
}

/** Whether the target is met; undefined where it lies within the limits. */
function against({lo, hi}: Estimate, {target, direction: better}: Target): boolean | undefined {
  if (lo === null || hi === null) return undefined;
  if (lo > target) return better === "up";
  if (hi < target) return better === "down";
  return undefined;
}

/** Twelve months are held against one target, where that stood all the time. */
const isOneTarget = (
  {months}: Indicator,
  {target, targetAt}: {target: Target; targetAt: (month: string) => Target | undefined},
): boolean => months.slice(-12).every(({month}) => targetAt(month)?.target === target.target);

function direction(indicator: Indicator, now: Estimate, [at, then]: readonly [number, number]): Direction {
  const {months, ages, mayCompare = () => true} = indicator;
  const past = ages ? undefined : months[then];
  if (!past?.estimate || !isFinal(past.state) || !mayCompare(past.month, months[at]!.month)) return undefined;
  const higher = surelyHigher(now, past.estimate);
  return higher && (higher === "first" ? "up" : "down");
}

/** A month that is not final, or was counted otherwise, ends the row: nothing is known of it. Each has its own target. */
function missedRunning(
  {months, since = ""}: Indicator,
  {at, targetAt}: {at: number; targetAt: (month: string) => Target | undefined},
): number {
  let running = 0;
  for (let index = at; index >= 0; index--) {
    const {estimate, state, month} = months[index]!;
    const target = targetAt(month);
    if (month < since || !isFinal(state) || !estimate || !target || against(estimate, target) !== false) break;
    running++;
  }
  return running;
}

function changed(
  {better}: Indicator,
  {sinceMonth, sinceYear}: {sinceMonth: Direction; sinceYear: Direction},
): Pick<Standing, "rung" | "good"> {
  const sure = sinceYear ?? sinceMonth;
  if (sure === undefined) return {rung: "none"};
  return better === "neither" ? {rung: "change"} : {rung: "change", good: sure === better};
}
