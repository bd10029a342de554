import type {Row} from "../../marts/list.js";
import type {ReportView} from "../view.js";

/** Whether customers with a signal surely leave more often than others of the same region and month. */
export const isClear = (row: Row<"churn_signals">): boolean =>
  row.p_adjusted !== null && row.p_adjusted <= 0.05 && (row.lift_lo ?? 0) > 1;

/**
 * Whether anything tells some of the accounts at risk from all others: a contract that ends, or a signal that surely
 * foretells leaving. Without it nobody can say whom to call first.
 */
export function isForetold(view: ReportView, accounts: readonly Row<"at_risk_accounts">[]): boolean {
  const clear = view.rows("churn_signals").filter(isClear);
  return accounts.some(
    (account) => account.status !== "" || clear.some(({signal}) => signal !== "(base)" && account[signal] != null),
  );
}
