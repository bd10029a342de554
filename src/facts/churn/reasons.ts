import type {Row} from "../../marts/list.js";
import type {ReportView} from "../view.js";

type Reason = Row<"churn_reasons">;

/** Reasons of the window, or of all records where the window has none. */
export function reasonRows(view: ReportView, kind: "reason" | "category" | "service"): Reason[] {
  const of = (period: string) =>
    view
      .rows("churn_reasons")
      .filter((row) => row.period === period && row.kind === kind)
      .sort((a, b) => (b.named_by ?? 0) - (a.named_by ?? 0) || (a.code < b.code ? -1 : 1));
  return of("window").length > 0 ? of("window") : of("all");
}

/** Service in any form named by those interviewed, beside the saying that 68 % leave over service. */
export function serviceShare(view: ReportView): {any: Reason; only: Reason | undefined} | undefined {
  const rows = reasonRows(view, "service");
  const any = rows.find(({code, value}) => code === "any" && value !== null);
  return any && {any, only: rows.find(({code}) => code === "only")};
}
