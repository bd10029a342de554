import {shiftMonth} from "../words/month.js";
import {festivalDays} from "./calendar.js";
import type {Estimate} from "./estimate.js";
import {isWhole} from "./months.js";
import type {ReportView} from "./view.js";

/** January and February as one, this year and last. */
export interface Both<Value> {
  readonly now: Value;
  readonly before: Value;
}

/** Whether a month closes January and February of a year whose Spring Festival is known: then both stand as one. */
export const closesBoth = (view: ReportView, month: string | undefined): month is string =>
  month?.endsWith("-02") === true && [-1, 0].some((by) => (festivalDays(view, shiftMonth(month, by)) ?? 0) > 0);

/**
 * January and February of this year and of the last, each made of its two months; undefined in other months, or where
 * one of the four is not whole or not known.
 */
export function bothMonths<Month, Value>(
  view: ReportView,
  {
    metric,
    month,
    at,
    make,
  }: {
    metric: string;
    month: string | undefined;
    at: (month: string) => Month | undefined;
    make: (months: readonly Month[]) => Value | undefined;
  },
): Both<Value> | undefined {
  if (!closesBoth(view, month)) return undefined;
  const [now, before] = [0, -12].map((year) => {
    const found = [-1, 0].flatMap((by) => {
      const each = shiftMonth(month, by + year);
      const value = isWhole(view, {metric, month: each}) ? at(each) : undefined;
      return value === undefined ? [] : [value];
    });
    return found.length === 2 ? make(found) : undefined;
  });
  return now === undefined || before === undefined ? undefined : {now, before};
}

/**
 * Months as one: rates by their events and exposures, scores by their answers, each with limits from those of the months
 * (MOVER for a weighted sum of independent estimates). Undefined for what has no base to weigh by.
 * @example pooled([{value: 0.5, lo: 0.4, hi: 0.6, n: 100}, {value: 0.7, lo: 0.6, hi: 0.8, n: 100}])?.value // => 0.6
 */
export function pooled(parts: readonly Estimate[]): Estimate | undefined {
  const weights = parts.map(({n, exposure}) => exposure ?? n ?? 0);
  const all = total(weights);
  if (!(all > 0) || weights.includes(0)) return undefined;
  const mean = (of: (part: Estimate) => number) => total(parts.map((part, at) => (of(part) * weights[at]!) / all));
  const value = mean((part) => part.value);
  const reach = (end: "lo" | "hi") =>
    parts.some((part) => part[end] === null)
      ? null
      : Math.hypot(...parts.map((part, at) => ((part.value - part[end]!) * weights[at]!) / all));
  const [down, up] = [reach("lo"), reach("hi")];
  const sums = parts.every(({exposure}) => exposure !== undefined)
    ? {events: total(parts.map(({events = 0}) => events)), exposure: all}
    : {n: all};
  return {value, lo: down === null ? null : value - down, hi: up === null ? null : value + up, ...sums};
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
