import {rateRatio} from "../stats/comparisons/rate-ratio.js";
import {formatMonthName} from "../words/format.js";
import {shiftMonth} from "../words/month.js";
import {say} from "../words/say.js";
import {exposuresBeside} from "./exposure.js";
import {isKnown} from "./known.js";
import {isWhole} from "./months.js";
import type {ReportView} from "./view.js";

/** The working days of a month; undefined where the holidays of its year are not known. */
export const workingDays = (view: ReportView, month: string): number | undefined =>
  view.rows("month_calendar").find((row) => row.month === month && row.is_known)?.working_days;

export const festivalDays = (view: ReportView, month: string): number | undefined =>
  view.rows("month_calendar").find((row) => row.month === month && row.is_known)?.festival_days;

/** Days of the Spring Festival that one of two months may have more than the other and still be compared. */
const fewDays = 1;

/** Whether the Spring Festival lies in one of two months and not in the other, or for the greater part. */
export function isShifted(view: ReportView, [one, other]: readonly [string, string]): boolean {
  const [first, second] = [festivalDays(view, one), festivalDays(view, other)];
  return first !== undefined && second !== undefined && Math.abs(first - second) > fewDays;
}

/** How far after the month things fall due that are counted in working days. */
const dueWithin = 3;

/**
 * The last year whose holidays are listed, where the report's month or what falls due after it lies in a later one: its
 * days off and make-up days are not known, and Monday to Friday is all that can be counted.
 */
export function holidaysKnownTo(view: ReportView): number | undefined {
  const {month} = view;
  const known = view.rows("month_calendar").find(({known_to}) => known_to !== null)?.known_to;
  if (month === undefined || known == null) return undefined;
  return Number(shiftMonth(month, dueWithin).slice(0, 4)) > known ? known : undefined;
}

/** "17 个工作日（上月 22，去年同月 18）" of the report month; "" where it is not known. */
export function workingDaysText(view: ReportView): string {
  const {month} = view;
  const days = month === undefined ? undefined : workingDays(view, month);
  if (month === undefined || days === undefined) return "";
  const then = ([-1, -12] as const).flatMap((by) => {
    const found = workingDays(view, shiftMonth(month, by));
    if (found === undefined) return [];
    const name = formatMonthName(shiftMonth(month, by), view);
    return [by === -1 ? `${name} ${found}` : say(view, {zh: `去年同月 ${found}`, en: `a year ago ${found}`})];
  });
  const beside = then.length > 0 ? say(view, {zh: `（${then.join("，")}）`, en: ` (${then.join(", ")})`}) : "";
  return say(view, {zh: `${days} 个工作日${beside}`, en: `${days} working days${beside}`});
}

/** January and February as one, this year and last: the Spring Festival lies now in one, now in the other. */
export interface TwoMonths {
  readonly now: number;
  readonly lastYear: number;
  /** Rate of this year over that of last year, with its exact limits. */
  readonly ratio: number;
  readonly lo: number;
  readonly hi: number;
}

/** Complaints of January and February together; undefined in other months, or where one of the four is not whole. */
export function januaryAndFebruary(view: ReportView): TwoMonths | undefined {
  const {month} = view;
  if (!month?.endsWith("-02")) return undefined;
  const rows = view.rows("complaints_by_month");
  const exposureOf = exposuresBeside(rows.find((each) => each.month === month));
  const year = (by: number) =>
    [-1, 0].map((shift) => {
      const at = shiftMonth(month, shift + by);
      const row = rows.find((each) => each.month === at);
      const isThere = isWhole(view, {metric: "complaint_rate", month: at}) && isKnown(row, "complaints");
      return isThere ? {events: row.complaints, exposure: exposureOf(row) ?? 0} : undefined;
    });
  const [now, then] = [sumOf(year(0)), sumOf(year(-12))];
  if (!now || !then || !(now.exposure > 0) || !(then.exposure > 0) || now.events + then.events === 0) return undefined;
  const {estimate, low, high} = rateRatio(now, then);
  return {now: now.events, lastYear: then.events, ratio: estimate, lo: low, hi: high};
}

interface Events {
  readonly events: number;
  readonly exposure: number;
}

function sumOf(months: readonly (Events | undefined)[]): Events | undefined {
  let [events, exposure] = [0, 0];
  for (const each of months) {
    if (!each) return undefined;
    events += each.events;
    exposure += each.exposure;
  }
  return {events, exposure};
}
