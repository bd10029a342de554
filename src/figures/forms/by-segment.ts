import {differenceText} from "../../facts/change.js";
import {isShown, type MetricRow, metricRows, metricTotal} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {spaced, spokenInside, spokenName} from "../../metrics/spoken.js";
import {
  dimensionName,
  groupName,
  inOrder,
  isOwnDimension,
  memberName,
  restName,
  saidDimension,
  sameCut,
} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "./estimate.js";
import {missingFigure} from "./missing.js";

/** More than this nobody reads; dimensions that would pass it are left to the table of the metric. */
const mostRows = 40;

/**
 * A metric for the members of several dimensions, and of the analyst's own, over the window, each with its interval. The title names the member
 * that stands worst beside the rest of the base, if any does so clearly.
 */
export function metricBySegment(
  view: ReportView,
  {id, metric, dimensions}: {id: string; metric: MetricId; dimensions: readonly string[]},
): FigureOrMissing {
  const entry = metricOf(metric);
  const zh = view.language === "zh";
  const all = metricRows(view, {metric, period: "window"}).map((row) => row.dimension);
  const own = [...new Set(all)].filter(isOwnDimension);
  const groups = [...dimensions, ...own]
    .map((dimension) => ({
      dimension,
      members: inOrder(view, {dimension, members: metricRows(view, {metric, period: "window", dimension})}).slice(
        0,
        12,
      ),
    }))
    .filter(({members}) => members.length > 1 && !saysNothing(view, {metric, members}))
    .filter(({members}, index, kept) => !kept.slice(0, index).some((other) => sameCut(other.members, members)))
    .filter((_, index, kept) => kept.slice(0, index + 1).flatMap(({members}) => members).length <= mostRows);
  const total = metricTotal(view, {metric, period: "window"});
  // Of a whole too small to be told nothing can be said of its parts.
  if (groups.length === 0 || !total || !isShown(total))
    return missingFigure(view, {
      id,
      needs: [...entry.needs.map((need) => need.split(".")[0]!), "customers"],
      shows: {zh: `各类客户的${entry.zh.name}`, en: `${entry.en.name} by kind of customer`},
    });
  const label = (row: MetricRow) => {
    const said = {dimension: saidDimension(row), member: row.member};
    const member = memberName(view, said);
    return groups.length === 1 ? member : `${dimensionName(view, said.dimension)} · ${member}`;
  };
  const rows = groups.flatMap(({members}) => members);
  const {name, base} = entry[view.language];
  const value = formatNumber(total.value, entry.unit, view);
  return estimateFigure(view, {
    id,
    title: segmentFinding(view, {rows, metric}),
    subtitle: `${name}${zh ? "；" : "; "}${base}${zh ? "；" : "; "}${periodName(view)}`,
    form: "dots",
    unit: entry.unit,
    labels: groups.length === 1 ? dimensionName(view, saidDimension(rows[0]!)) : zh ? "分组" : "Group",
    metric,
    marts: ["metric_by_segment"],
    rows: rows.map((row) => ({...row, label: label(row)})),
    focus: clearlyWorse(rows, metric).map(label),
    n: total.n,
    notes: [
      zh
        ? "每组与其余者相比，不与包含自己的总体相比；同一维度内多组比较已作 Benjamini–Hochberg 校正。"
        : "Each group is compared with the rest, not with a total that contains it; Benjamini–Hochberg within a dimension.",
    ],
    reference: {value: total.value, label: zh ? `全部 ${value}` : `All ${value}`},
  });
}

/**
 * A cut that can only be so: who answered an answered call is no news of the answer rate, nor is a score by itself,
 * where each member is all or nothing.
 */
function saysNothing(view: ReportView, {metric, members}: {metric: string; members: readonly MetricRow[]}): boolean {
  const total = metricTotal(view, {metric, period: "window"})?.value;
  if (total == null) return false;
  const values = members.flatMap(({value}) => (value === null ? [] : [value]));
  if (metricOf(metric).unit === "share" && values.every((value) => value === 0 || value === 1))
    return total > 0 && total < 1;
  return values.every((value) => value === values[0]) && total !== values[0];
}

/** Members clearly worse than the rest, the worst first. */
function clearlyWorse(rows: readonly MetricRow[], metric: string): MetricRow[] {
  const worse = metricOf(metric).better === "up" ? -1 : 1;
  return rows
    .filter((row) => row.verdict === "clear" && row.flag === "" && Math.sign(row.difference ?? 0) === worse)
    .sort((a, b) => Math.abs(b.difference!) - Math.abs(a.difference!));
}

function segmentFinding(view: ReportView, {rows, metric}: {rows: readonly MetricRow[]; metric: string}): string {
  const {unit} = metricOf(metric);
  const name = spokenName(view, metric);
  const bad = clearlyWorse(rows, metric);
  const worst = bad[0];
  const zh = view.language === "zh";
  if (!worst) return zh ? `${name}：没有哪一组明显差于其余` : `${name}: no group is clearly worse than the rest`;
  const by = differenceText(view, {difference: Math.abs(worst.difference!), unit});
  const value = formatNumber(worst.value, unit, view);
  const higher = worst.difference! > 0;
  const others = bad.length - 1;
  const dimension = saidDimension(worst);
  const [group, rest] = [groupName(view, {dimension, member: worst.member}), restName(view, dimension)];
  return zh
    ? `${group}的${spaced(name)}为 ${value}，比${rest}${higher ? "高" : "低"} ${by}${others > 0 ? `；另有 ${others} 组也明显差` : ""}`
    : `${group}: ${spokenInside(view, metric)} ${value}, ${by} ${higher ? "above" : "below"} ${rest}${others > 0 ? `; ${others} other ${others === 1 ? "group" : "groups"} clearly worse too` : ""}`;
}
