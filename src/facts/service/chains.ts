import type {Row} from "../../marts/list.js";
import {groupRows} from "../../marts/shape/groups.js";
import type {ReportView} from "../view.js";

export interface Chain {
  readonly customer_id: string;
  readonly category: string;
  /** In the order they came. */
  readonly complaints: readonly Row<"complaint_chains">[];
  readonly reopened: number;
  readonly from: string;
  readonly to: string;
  readonly is_open: boolean;
}

/** Customers who complained of the same cause at least three times, each within 30 days of the last; the latest first. */
export function complaintChains(view: ReportView): Chain[] {
  const groups = groupRows(view.rows("complaint_chains"), (row) =>
    [row.customer_id, row.category, row.began_date].join("\n"),
  );
  return [...groups.values()]
    .map((rows) => {
      const complaints = [...rows].sort(
        (a, b) => compare(a.created_date, b.created_date) || compare(a.ticket_id, b.ticket_id),
      );
      const last = complaints.at(-1)!;
      return {
        customer_id: last.customer_id,
        category: last.category,
        complaints,
        reopened: complaints.reduce((total, {reopened}) => total + reopened, 0),
        from: complaints[0]!.created_date,
        to: last.created_date,
        is_open: !last.is_done,
      };
    })
    .sort((a, b) => compare(b.to, a.to) || compare(a.customer_id, b.customer_id));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
