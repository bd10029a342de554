import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {say} from "../../words/say.js";
import type {FigureTable, Series} from "../figure.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";
import {meanCells, meanColumns} from "./retention-length.js";

type Mean = Row<"retention_means">;
type Comparison = Row<"retention_comparisons">;

/**
 * Each curve month by month; in its first row the mean months kept and the difference to the rest, the month by which
 * half are gone, and the losses that the logrank test compares.
 */
export function groupCurveTable(
  view: ReportView,
  {
    kind,
    series,
    grid,
    means,
    compared,
  }: {
    readonly kind: string;
    readonly series: readonly Series[];
    readonly grid: readonly number[];
    readonly means: readonly Mean[];
    readonly compared: readonly Comparison[];
  },
): FigureTable {
  return {
    columns: [
      column("group", kind),
      column("months", say(view, {zh: "月数", en: "Months"}), "count"),
      column("value", say(view, {zh: "仍是客户的比例", en: "Still customers"}), "share"),
      column("lo", say(view, {zh: "区间下限", en: "Lower limit"}), "share"),
      column("hi", say(view, {zh: "区间上限", en: "Upper limit"}), "share"),
      column("n", say(view, {zh: "仍在观察", en: "Still observed"}), "count"),
      ...meanColumns(view, means[0]),
      column("difference", say(view, {zh: "比其余客户多留", en: "More than the rest"}), "ratio"),
      ...limitColumns(view, "ratio", "difference"),
      column("observed", say(view, {zh: "已离开", en: "Gone"}), "count"),
      column("expected", say(view, {zh: "若各组相同，预期离开", en: "Gone if all were alike"}), "ratio"),
    ],
    rows: series.flatMap(({id, name, points}) => {
      const known = points.flatMap((point, place) => (point.value === null ? [] : [{...point, month: grid[place]!}]));
      return known.map(({month, value, lo, hi, n}, place) => [
        ...[name, month, value, lo ?? null, hi ?? null, n ?? null],
        ...wholeCells(place === 0 ? id : undefined, {means, compared}),
      ]);
    }),
  };
}

/** What is said of a whole curve; empty in its other rows. */
function wholeCells(
  member: string | undefined,
  {means, compared}: {means: readonly Mean[]; compared: readonly Comparison[]},
): (number | null)[] {
  const isOwn = (row: {readonly member: string}) => row.member === member;
  const mean = means.find(isOwn);
  const test = compared.find(isOwn);
  return [
    ...meanCells(mean),
    ...(mean ? numbersOf(mean, ["difference", "difference_lo", "difference_hi"]) : [null, null, null]),
    test?.observed ?? null,
    test?.expected ?? null,
  ];
}
