import type {Row} from "../marts/list.js";
import {sum} from "../marts/shape/sum.js";
import type {ReportView} from "./view.js";

/**
 * Whether a dimension leaves open who has left: at least half of its customers are in members of which some have gone and
 * some are still there. A score that only those who left gave, or only those who stayed, tells the outcome by another name.
 */
export function leavesOpen(rows: readonly Row<"churn_by_segment">[], dimension: string): boolean {
  const known = rows.filter((row) => row.dimension === dimension && row.share !== null);
  const open = known.filter(({share}) => share! > 0 && share! < 1);
  return open.length > 0 && 2 * sum(open, "customers") >= sum(known, "customers");
}

/** Dimensions of persons, whose churn nobody can act on. */
const ofPersons: readonly string[] = ["sex", "age_band", "role"];

/** Whether churn is shown by a dimension: one that leaves it open, and that somebody could act on. */
export const explains = (rows: readonly Row<"churn_by_segment">[], dimension: string): boolean =>
  !ofPersons.includes(dimension) && leavesOpen(rows, dimension);

/**
 * Whether a dimension mainly says who has left and who has not, such as a status "churned": of its members all are gone or
 * none, of the whole some. It explains nothing, and no group of it is one that could be served better.
 */
export function saysWhoLeft(view: ReportView, dimension: string): boolean {
  const rows = view.rows("churn_by_segment");
  const isKnown = rows.some((row) => row.dimension === dimension && row.share !== null);
  return isKnown && leavesOpen(rows, "all") && !leavesOpen(rows, dimension);
}
