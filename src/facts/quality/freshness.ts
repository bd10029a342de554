import type {ReportView} from "../view.js";

/** A month that brings less than this share of the month before, and of the usual month, is worth a question. */
const thin = 0.5;

/** Kinds of record that bring far fewer rows this month than they did. */
export const thinEntities = (view: ReportView): string[] =>
  view
    .rows("source_freshness")
    .filter((row) => row.rows_in_previous_month >= 20)
    .filter((row) => row.rows_in_month < thin * Math.min(row.rows_in_previous_month, row.rows_usual))
    .map(({entity}) => entity);
