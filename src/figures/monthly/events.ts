import type {ReportView} from "../../facts/view.js";
import {type Mark, marksAbout} from "../../metrics/breaks.js";
import {formatMonth} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {categoryAt} from "../../words/period.js";
import {say} from "../../words/say.js";
import {type Figure, type FigureOrMissing, isMissing} from "../figure.js";

/**
 * A chart over time with the dated notes about its records; one about a year as a whole with a word where the records
 * were not counted alike all the time.
 */
export function withEvents(
  view: ReportView,
  figure: FigureOrMissing,
  /** The kinds of record behind a figure. */ recordsOf: (figure: Figure) => readonly string[],
): FigureOrMissing {
  if (isMissing(figure)) return figure;
  const records = figure.metrics.length > 0 ? figure.metrics : recordsOf(figure);
  // Of what comes from several kinds of record only what is about all of them is told, besides what the figure says itself.
  const about = marksAbout(view, figure.metrics.length > 0 || records.length === 1 ? records : []);
  return withBreakNote(view, isOverTime(figure) ? withMarks(figure, about) : figure, about);
}

/** Months, quarters, half-years or years from left to right; one alone has no left and right. */
export const isOverTime = ({form, categories, category_kind}: Figure): boolean =>
  form !== "table" &&
  categories.length > 1 &&
  (category_kind === "month" || (form === "lines" && categories.every((each) => /^\d{4}(-?[HQ]\d)?$/.test(each))));

function withMarks(figure: Figure, about: readonly Mark[]): Figure {
  const marks = figure.marks ?? [];
  const more = about.flatMap(({category, label, is_break}) => {
    const at = categoryAt(category, figure.categories);
    const isThere = marks.some((mark) => mark.category === at && mark.label === label);
    return at === undefined || isThere ? [] : [{category: at, label, ...(is_break ? {is_break} : {})}];
  });
  if (more.length === 0) return figure;
  const place = ({category}: {category: string}) => figure.categories.indexOf(category);
  return {...figure, marks: [...marks, ...more].sort((a, b) => place(a) - place(b))};
}

function withBreakNote(view: ReportView, figure: Figure, about: readonly Mark[]): Figure {
  const first = view.month && shiftMonth(view.month, 1 - view.windowMonths);
  const broken = about.findLast(
    ({category, is_break}) => is_break && first && category > first && category <= view.month!,
  );
  if (!broken || figure.metrics.length === 0 || figure.form === "table") return figure;
  const month = formatMonth(broken.category, view);
  const [zh, en] = [`${month}起口径不同（${broken.label}）`, `Counted otherwise from ${month} (${broken.label})`];
  const note = isOverTime(figure)
    ? say(view, {zh: `${zh}，不与之前相比。`, en: `${en}: not compared with what was before.`})
    : say(view, {
        zh: `${zh}，这里前后合在一起，只作参考。`,
        en: `${en}; before and after stand together here: a rough guide only.`,
      });
  return {...figure, notes: [...figure.notes, note]};
}
