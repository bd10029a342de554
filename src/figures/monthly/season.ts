import type {ReportView} from "../../facts/view.js";
import {leastForSeason, type Season, seasonAdjust, sureSeason} from "../../stats/series/season-adjust.js";
import {formatMonth, formatMonthName, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import {type Figure, type FigureOrMissing, isMissing, type Series} from "../figure.js";

/**
 * A chart of one measure by month with the season taken out, where 36 whole months in a row allow it and a season can be
 * told; where none can, that is said: to take out what is not there would only add noise. Nothing is judged by it.
 */
export function withSeason(view: ReportView, figure: FigureOrMissing): FigureOrMissing {
  if (isMissing(figure) || figure.category_kind !== "month" || figure.form === "table") return figure;
  const series = figure.series.find(({role}) => role === "main") ?? figure.series[0];
  const found = series && figure.metrics.length <= 1 ? wholeMonths(figure, series) : undefined;
  if (!found) return figure;
  const season = seasonAdjust(found.values);
  if (season.p > sureSeason)
    return {
      ...figure,
      notes: [
        ...figure.notes,
        say(view, {
          zh: `${found.values.length} 个整月里看不出稳定的季节性，不作季节调整。`,
          en: `No stable season can be told from ${found.values.length} whole months: none is taken out.`,
        }),
      ],
    };
  const name = say(view, {zh: "去季节", en: "Without the season"});
  const values = figure.categories.map((_, at) => season.adjusted[at - found.first] ?? null);
  return {
    ...figure,
    series:
      figure.form === "lines"
        ? [...figure.series, {id: "season", name, role: "context", points: values.map((value) => ({value}))}]
        : figure.series,
    table: {
      columns: [...figure.table.columns, {id: "season", label: name, unit: figure.unit}],
      rows: figure.table.rows.map((row, at) => [...row, values[at] ?? null]),
    },
    notes: [...figure.notes, noteOf(view, figure, {...found, season})],
  };
}

interface Months {
  readonly first: number;
  readonly values: readonly number[];
}

/** The months in a row, up to the last one known, that are whole and counted alike; undefined where they are too few. */
function wholeMonths({categories, marks = [], table}: Figure, {points}: Series): Months | undefined {
  if (table.rows.length !== categories.length || table.rows.some((row, at) => row[0] !== categories[at]))
    return undefined;
  const isWhole = (at: number) => {
    const {value, flag = ""} = points[at] ?? {value: null};
    return value !== null && (flag === "" || flag === "hollow");
  };
  const last = points.findLastIndex((_, at) => isWhole(at));
  const broken = new Set(marks.filter(({is_break}) => is_break).map(({category}) => category));
  let first = last;
  while (
    first > 0 &&
    isWhole(first - 1) &&
    categories[first - 1] === shiftMonth(categories[first]!, -1) &&
    !broken.has(categories[first]!)
  )
    first--;
  const values = points.slice(first, last + 1).map(({value}) => value!);
  return values.length < leastForSeason ? undefined : {first, values};
}

function noteOf(
  view: ReportView,
  {categories, unit}: Figure,
  {first, values, season}: Months & {readonly season: Season},
): string {
  const last = first + values.length - 1;
  const text = (at: number) => formatNumber(season.adjusted[at - first], unit, view);
  const [now, then] = [categories[last]!, categories[last - 1]!];
  return say(view, {
    zh: `去季节后${formatMonth(now, view)} ${text(last)}（${formatMonthName(then, view)} ${text(last - 1)}）：按 ${values.length} 个整月减去各月的平均偏离（经典加法分解；至少 36 个整月，季节性经 F 检验 p<0.001），不据此判断涨跌。`,
    en: `Without the season ${text(last)} in ${formatMonth(now, view)} (${formatMonthName(then, view)} ${text(last - 1)}): the mean deviation of each calendar month over ${values.length} whole months is taken out (classical additive decomposition; from 36 months on, and a season sure by an F test, p < 0.001). No rise or fall is judged by it.`,
  });
}
