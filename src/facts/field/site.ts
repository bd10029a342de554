import type {Row} from "../../marts/list.js";
import type {ReportView} from "../view.js";

/** Jobs on site, all of them or a part. */
export type Jobs = Row<"site_jobs">;

/** All that the records hold. */
export const allJobs = (view: ReportView): Jobs | undefined =>
  view.rows("site_jobs").find(({dimension}) => dimension === "all");

export const jobsBy = (view: ReportView, dimension: "region" | "technician"): Jobs[] =>
  view.rows("site_jobs").filter((row) => row.dimension === dimension);

/** Regions where surely fewer jobs hold the first time than elsewhere, the furthest behind first. */
export const behindAtFirst = (view: ReportView): Jobs[] =>
  jobsBy(view, "region")
    .filter(
      ({fixed_share, rest, p_adjusted, fixed_flag}) =>
        fixed_flag === "" && fixed_share !== null && rest !== null && fixed_share < rest && (p_adjusted ?? 1) <= 0.05,
    )
    .sort((a, b) => a.fixed_share! - a.rest! - (b.fixed_share! - b.rest!));
