import type {Row} from "../marts/list.js";
import type {ReportView} from "./view.js";

/** Whether a dimension leaves open who has left: a member with some of its customers gone and some still there. */
export const leavesOpen = (rows: readonly Row<"churn_by_segment">[], dimension: string): boolean =>
  rows.some((row) => row.dimension === dimension && row.share !== null && row.share > 0 && row.share < 1);

/** Dimensions of persons, whose churn nobody can act on. */
const ofPersons: readonly string[] = ["sex", "age_band", "role"];

/** Whether churn is shown by a dimension: one that leaves it open, and that somebody could act on. */
export const explains = (rows: readonly Row<"churn_by_segment">[], dimension: string): boolean =>
  !ofPersons.includes(dimension) && leavesOpen(rows, dimension);

/**
 * Whether a dimension only says who has left and who has not, such as a status "churned": of each member all are gone or
 * none, of the whole some. It explains nothing, and no group of it is one that could be served better.
 */
export function saysWhoLeft(view: ReportView, dimension: string): boolean {
  const rows = view.rows("churn_by_segment");
  const isKnown = rows.some((row) => row.dimension === dimension && row.share !== null);
  return isKnown && leavesOpen(rows, "all") && !leavesOpen(rows, dimension);
}
