import {sum} from "../../marts/shape/sum.js";
import {shiftMonth} from "../../words/month.js";
import {type Beside, rateBeside} from "../beside.js";
import {whereKnown} from "../known.js";
import {isMissing, isWhole} from "../months.js";
import {besidePast, type CategoryNow} from "../past.js";
import type {ReportView} from "../view.js";

/** What customers asked for in the report month. */
export interface Needs {
  readonly requests: number;
  readonly beside: Beside;
  readonly kinds: readonly CategoryNow[];
}

/**
 * Requests of the report month by kind, beside the months before. A word where nothing can be said: "no_tickets", none came
 * for the month; "no_kind", tickets that never say which are requests.
 */
export function needsNow(view: ReportView): Needs | "no_tickets" | "no_kind" {
  const {month} = view;
  if (!month || !view.entities.has("tickets") || isMissing(view, {metric: "tickets", month})) return "no_tickets";
  const rows = whereKnown(view.rows("ticket_kinds_by_month"), "tickets").filter(
    ({ticket_type}) => ticket_type === "request",
  );
  if (rows.length === 0) return "no_kind";
  const of = (each: string) =>
    sum(
      rows.filter((row) => row.month === each),
      "tickets",
    );
  const first = rows.map((row) => row.month).sort()[0]!;
  const at = (each: string) => {
    const isKnown = each >= first && view.months.includes(each) && isWhole(view, {metric: "tickets", month: each});
    return isKnown ? {value: of(each), events: of(each), exposure: 1} : undefined;
  };
  const beside = rateBeside(view, {metric: "tickets", month, at, isCount: true});
  const kinds = besidePast(view, {
    rows: rows.map((row) => ({month: row.month, category: row.category, count: row.tickets})),
    metric: "tickets",
  });
  return {requests: of(month), beside, kinds};
}

/** Fewer times than this the usual count is no news, however sure. */
const least = 2;

/**
 * Kinds of other tickets (inquiries, repairs …) never seen before, or at least twice and surely more frequent than in their
 * own last twelve months.
 */
export function risingKinds(view: ReportView): (CategoryNow & {readonly ticketType: string})[] {
  const rows = whereKnown(view.rows("ticket_kinds_by_month"), "tickets").filter(
    ({ticket_type, month}) => ticket_type !== "request" && view.month && month >= shiftMonth(view.month, -12),
  );
  const separator = "\n";
  return besidePast(view, {
    rows: rows.map((row) => ({
      month: row.month,
      category: `${row.ticket_type}${separator}${row.category}`,
      count: row.tickets,
    })),
    metric: "tickets",
  })
    .filter(({isNew, isRising, ratio}) => isNew || (isRising && ratio >= least))
    .map((each) => {
      const [ticketType = "", category = ""] = each.category.split(separator);
      return {...each, ticketType, category};
    });
}
