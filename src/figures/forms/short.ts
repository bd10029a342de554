import type {Figure} from "../figure.js";

/**
 * The rows of a long chart that stand furthest from its reference, or are largest, in their order, and how many are left
 * out; those the title names always stay. Charts of few rows, and those whose rows belong together (months, parts of 100 %, several series), stay whole.
 */
export function shortFigure(figure: Figure, {rows}: {rows: number}): {figure: Figure; left: number} {
  const [series] = figure.series;
  const isRanked = figure.form === "dots" || figure.form === "bars";
  if (!isRanked || figure.series.length !== 1 || !series || series.points.length <= rows) return {figure, left: 0};
  const middle = figure.reference?.value ?? 0;
  const distance = (at: number): number => {
    const {value, flag} = series.points[at]!;
    if (figure.focus?.includes(figure.categories[at] ?? "")) return Number.POSITIVE_INFINITY;
    return value === null || flag === "hollow" ? -1 : Math.abs(value - middle);
  };
  const kept = new Set(
    series.points
      .map((_, at) => at)
      .sort((one, other) => compare(distance(other), distance(one)) || one - other)
      .slice(0, rows),
  );
  return {
    figure: {
      ...figure,
      categories: figure.categories.filter((_, at) => kept.has(at)),
      series: [{...series, points: series.points.filter((_, at) => kept.has(at))}],
      ...(figure.cumulative && {
        cumulative: {...figure.cumulative, values: figure.cumulative.values.filter((_, at) => kept.has(at))},
      }),
    },
    left: series.points.length - kept.size,
  };
}

const compare = (one: number, other: number): number => (one < other ? -1 : one > other ? 1 : 0);
