import type {Figure, FigureTable, TableColumn} from "../../../src/figures/figure.js";
import type {Language} from "../../../src/words/language.js";
import {hasInterval, shown} from "../chart/series.js";
import {downloadWords} from "./words.js";

/**
 * The rows of a figure as its files carry them: the page's table, or, where that lacks the ends of intervals that the
 * picture shows, one row per point with `lo`, `hi`, `n` and `flag`.
 */
export const exportTable = (figure: Figure, {language}: {language: Language}): FigureTable => {
  const {columns} = figure.table;
  const carries = columns.some(({id}) => /(^|_)lo$/.test(id));
  if (carries || !figure.series.some(hasInterval)) return figure.table;
  const words = downloadWords[language];
  const category = figure.category_kind === "month" ? "month" : "text";
  const number = (id: string, label: string): TableColumn => ({id, label, unit: figure.unit});
  return {
    columns: [
      {id: "category", label: figure.category_title ?? words.chart.category, unit: category},
      {id: "series", label: words.series, unit: "text"},
      number("value", words.chart.value),
      number("lo", words.chart.low),
      number("hi", words.chart.high),
      {id: "n", label: words.base, unit: "count"},
      {id: "flag", label: words.flag, unit: "text"},
    ],
    rows: figure.series.flatMap(({name, points}) =>
      points.map((point, at) => {
        const kept = shown(point) !== null;
        const ends = kept ? [point.lo ?? null, point.hi ?? null, point.n ?? null] : [null, null, null];
        return [figure.categories[at] ?? null, name, shown(point), ...ends, point.flag ?? ""];
      }),
    ),
  };
};
