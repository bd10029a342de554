import type {Row} from "../../marts/list.js";
import type {ReportView} from "../view.js";

type Reconciled = Row<"reconciliation">;

/** How the cost of care stands beside the ledger, month by month: where the ledger says nothing there is nothing. */
export function careLedger(view: ReportView): {readonly months: number; readonly different: readonly Reconciled[]} {
  const rows = view.rows("reconciliation").filter(({counted}) => counted === "care_actions.cost");
  const compared = rows.filter(({status}) => status === "equal" || status === "different");
  return {months: compared.length, different: compared.filter(({status}) => status === "different")};
}
