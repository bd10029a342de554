import {whereKnown} from "../known.js";
import {besidePast, type CategoryNow} from "../past.js";
import type {ReportView} from "../view.js";

export type {CategoryNow} from "../past.js";

/** Every complaint category of the report month against its own past. */
export const categoriesNow = (view: ReportView): CategoryNow[] =>
  besidePast(view, {
    rows: whereKnown(view.rows("complaint_categories_by_month"), "complaints").map(({month, category, complaints}) => ({
      month,
      category,
      count: complaints,
    })),
    metric: "complaint_rate",
  });
