import type {Flag} from "../../marts/shape/flag.js";
import {shiftMonth} from "../../words/month.js";
import type {Estimate} from "../estimate.js";
import type {ReportView} from "../view.js";
import type {IndicatorMonth, MonthState} from "./indicator-shape.js";

/** Months drawn: two years. */
const shownMonths = 24;

/** A month of the report as the rows of a table give it. */
interface Given {
  readonly flag: Flag;
  readonly state: MonthState;
  readonly estimate: Estimate | null;
}

/** The months from the first with a value to the report's, at most 24, each with what is known of it. */
export function monthsOf(view: ReportView, give: (month: string) => Given | undefined): IndicatorMonth[] {
  if (!view.month) return [];
  const all = Array.from({length: shownMonths}, (_, index) => shiftMonth(view.month!, index + 1 - shownMonths));
  const given = all.map((month) => ({month, found: give(month)}));
  const first = given.findIndex(({found}) => found !== undefined);
  if (first < 0) return [];
  return given.slice(first).map(({month, found}) => ({
    month,
    ...(found ?? {flag: "" as const, state: "none" as const, estimate: null}),
  }));
}

/** What the published row says of its month; complete where it says nothing. */
export const stateOf = (row: object): MonthState =>
  "state" in row && row.state ? (row.state as MonthState) : "complete";

export const daysOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
