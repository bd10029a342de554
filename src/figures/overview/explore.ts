import type {ReportView} from "../../facts/view.js";
import {metricOf} from "../../metrics/catalogue.js";
import {spokenName} from "../../metrics/spoken.js";
import {dimensionName, memberName, saidDimension} from "../../words/dimensions.js";
import type {Unit} from "../../words/unit.js";

/** A published number: of a period ("2026-10" or "window") and a group, with its limits, base and flag. */
export type ExploreRow = readonly [
  dimension: string,
  member: string,
  period: string,
  value: number | null,
  lo: number | null,
  hi: number | null,
  n: number | null,
  flag: string,
];

/** A measure with all that is published of it, as the page loads it. */
export interface ExploreMeasure {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly dimensions: readonly {readonly id: string; readonly name: string}[];
  readonly rows: readonly ExploreRow[];
}

interface Published {
  readonly period: string;
  readonly dimension: string;
  readonly member: string;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly n: number | null;
  readonly flag: string;
  readonly state?: string;
}

/** Every measure by dimension and period, as published: what was withheld there is withheld here. */
export function exploreMeasures(view: ReportView): ExploreMeasure[] {
  const byMetric = new Map<string, Published[]>();
  for (const row of view.rows("metric_by_segment")) {
    const rows = byMetric.get(row.metric) ?? [];
    rows.push(row);
    byMetric.set(row.metric, rows);
  }
  byMetric.set("complaint_rate", [
    ...view
      .rows("complaints_by_month")
      .map((row) => ({...row, period: row.month, dimension: "all", member: "all", n: row.complaints})),
    ...view.rows("complaints_by_segment").map((row) => ({...row, n: row.complaints})),
  ]);
  const made = [...byMetric].flatMap(([id, rows]) => {
    // A person is compared in the tables for coaching, not here.
    const shown = rows.filter(({dimension}) => dimension !== "agent");
    return shown.some(({value}) => value !== null) ? [measure(view, id, shown)] : [];
  });
  // Two that are spoken of alike, within 7 days and within 30, stand in one list by their full names.
  return made.map((each) =>
    made.filter(({name}) => name === each.name).length > 1
      ? {...each, name: metricOf(each.id)[view.language].name}
      : each,
  );
}

function measure(view: ReportView, id: string, rows: readonly Published[]): ExploreMeasure {
  const said = (dimension: string) => saidDimension({metric: id, dimension});
  const dimensions = [...new Set(rows.map(({dimension}) => dimension))].sort(
    (a, b) => Number(b === "all") - Number(a === "all"),
  );
  return {
    id,
    name: spokenName(view, id),
    unit: metricOf(id).unit,
    dimensions: dimensions.map((dimension) => ({id: dimension, name: dimensionName(view, said(dimension))})),
    rows: rows.map((row) => [
      row.dimension,
      memberName(view, {dimension: said(row.dimension), member: row.member}),
      row.period,
      row.value,
      row.lo,
      row.hi,
      row.n,
      row.flag || (row.state === "complete" ? "" : (row.state ?? "")),
    ]),
  };
}
