import type {ReportView} from "../../facts/view.js";
import {type FigureOrMissing, isMissing} from "../figure.js";

/** A chart of months with the dated notes that name no measure: they concern every one of them. */
export function withEvents(view: ReportView, figure: FigureOrMissing): FigureOrMissing {
  if (isMissing(figure) || figure.category_kind !== "month" || figure.form === "table") return figure;
  const marks = figure.marks ?? [];
  const more = view.marks
    .filter(({metric, category}) => metric === undefined && figure.categories.includes(category))
    .filter(({category, label}) => !marks.some((mark) => mark.category === category && mark.label === label))
    .map(({category, label, is_break}) => ({category, label, ...(is_break ? {is_break} : {})}));
  if (more.length === 0) return figure;
  const all = [...marks, ...more].sort((a, b) => (a.category < b.category ? -1 : a.category > b.category ? 1 : 0));
  return {...figure, marks: all};
}
