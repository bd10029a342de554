import {lastBreak} from "../../metrics/breaks.js";
import {shiftMonth} from "../../words/month.js";
import {isShifted} from "../calendar.js";
import type {Estimate} from "../estimate.js";
import {type Both, bothMonths, pooled} from "../two-months.js";
import type {ReportView} from "../view.js";
import {currentMonth, type Indicator} from "./indicator-shape.js";

/**
 * A measure with what may not be held against each other: months before and after a break, months of which only one has
 * the Spring Festival. Twelve months that were not all counted alike are no value.
 */
export function heldApart(view: ReportView, indicator: Indicator): Indicator {
  const {id, records = id, months, year, ...rest} = indicator;
  const last = months.at(-1)?.month;
  if (last === undefined) return indicator;
  // Of the month that is spoken of: a later break is none for it.
  const through = currentMonth(indicator)?.month ?? last;
  const since = lastBreak(view, {metric: records, through})?.category ?? "";
  const isOneYear = since <= shiftMonth(last, -11);
  return {
    ...rest,
    ...{id, records, months},
    ...(since ? {since} : {}),
    ...(year && isOneYear ? {year} : {}),
    mayCompare: (from, to) => since <= from && !isShifted(view, [from, to]),
  };
}

/** January and February as one, this year and last, where the month spoken of is February and all four were counted alike. */
export const bothOf = (
  view: ReportView,
  {id, months, since = ""}: Indicator,
  month: string | undefined,
): Both<Estimate> | undefined =>
  bothMonths(view, {
    ...{metric: id, month, make: pooled},
    at: (each) => (each < since ? undefined : (months.find((one) => one.month === each)?.estimate ?? undefined)),
  });
