import {neededRecords} from "../../words/churn-rule.js";
import {entityName} from "../../words/entities.js";
import {listed} from "../../words/say.js";
import type {ReportView} from "../view.js";

/** What the overview is made of: without it, a tile of its fixed order is missing. */
export const headlineRecords = ["calls", "tickets", "surveys", "callbacks", "contracts"] as const;

/** Kinds of record that no mapping brings at all, by name; "" where there is none. */
export function absentRecords(view: ReportView, needs: readonly string[]): string {
  const told = new Set(
    view
      .rows("source_months")
      .filter(({reason}) => reason === "no_file" || reason === "not_sent")
      .map(({entity}) => entity),
  );
  return listed(
    view,
    neededRecords(view, needs)
      .filter((entity) => !view.entities.has(entity) && !told.has(entity))
      .map((entity) => entityName(view, entity)),
  );
}
