import {isShown, type MetricRow, metricRows, metricTotal, saysNothing} from "../../facts/metric.js";
import {saysWhoLeft} from "../../facts/outcome.js";
import type {ReportView} from "../../facts/view.js";
import {weightNotes} from "../../facts/weights.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {spokenInside, spokenName} from "../../metrics/spoken.js";
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
import {say} from "../../words/say.js";
import {spaced} from "../../words/spaced.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "./estimate.js";
import {drawnMembers, leftText} from "./members.js";
import {missingFigure} from "./missing.js";

/** More than this nobody reads: those that differ are drawn first, the others counted in a last row. */
const mostRows = 40;

const isDifferent = ({verdict, flag}: MetricRow): boolean => verdict === "clear" && flag === "";

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
      members: inOrder(view, {dimension, members: metricRows(view, {metric, period: "window", dimension})}),
    }))
    .filter(({members}) => members.length > 1 && !saysNothing(view, {metric, members}))
    .filter(({members}, index, kept) => !kept.slice(0, index).some((other) => sameCut(other.members, members)));
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
  const every = groups.flatMap(({members}) => members);
  // Who has left is known afterwards: such a group stands in the figure and is nobody's finding.
  const isTelling = ({dimension}: MetricRow) => !saysWhoLeft(view, dimension);
  const {drawn: rows, ...left} = drawnMembers(every, {most: mostRows, isDifferent});
  const {name, base} = entry[view.language];
  const value = formatNumber(total.value, entry.unit, view);
  return estimateFigure(view, {
    id,
    title: segmentFinding(view, {rows: every.filter(isTelling), metric}),
    subtitle: `${name}${zh ? "；" : "; "}${base}${zh ? "；" : "; "}${periodName(view)}`,
    form: "dots",
    unit: entry.unit,
    labels: groups.length === 1 ? dimensionName(view, saidDimension(rows[0]!)) : zh ? "分组" : "Group",
    metric,
    marts: ["metric_by_segment"],
    rows: rows.map((row) => {
      const {value, plain, lo, hi, n, n_eff, se, flag, rest} = row;
      return {
        label: label(row),
        value,
        plain,
        lo,
        hi,
        n,
        n_eff,
        se,
        flag,
        rest,
        beside: isTelling(row) ? besideWord(view, {row, metric}) : "",
      };
    }),
    ...(left.left > 0 ? {left: leftText(view, left)} : {}),
    focus: clearlyWorse(rows.filter(isTelling), metric).map(label),
    n: total.n,
    notes: [
      zh
        ? "每组与其余者相比，不与包含自己的总体相比；同一维度内多组比较已作 Benjamini–Hochberg 校正。"
        : "Each group is compared with the rest, not with a total that contains it; Benjamini–Hochberg within a dimension.",
      ...weightNotes(view, {metric, period: "window"}),
    ],
    reference: {value: total.value, label: zh ? `全部 ${value}` : `All ${value}`},
  });
}

/** How a member stands beside the rest, where that is sure. */
function besideWord(view: ReportView, {row, metric}: {row: MetricRow; metric: string}): string {
  if (!isDifferent(row) || !row.difference) return "";
  const isBetter = row.difference > 0 === (metricOf(metric).better === "up");
  return isBetter
    ? say(view, {zh: "明显更好", en: "clearly better"})
    : say(view, {zh: "明显更差", en: "clearly worse"});
}

/** Members clearly worse than the rest, the worst first. */
function clearlyWorse(rows: readonly MetricRow[], metric: string): MetricRow[] {
  const worse = metricOf(metric).better === "up" ? -1 : 1;
  return rows
    .filter((row) => row.verdict === "clear" && row.flag === "" && Math.sign(row.difference ?? 0) === worse)
    .sort((a, b) => Math.abs(b.difference!) - Math.abs(a.difference!));
}

/** "邮件渠道不满意率 22.3%，其余 8.5%；在线客服也偏高（21.0%）": at most two groups by name, the others by number. */
function segmentFinding(view: ReportView, {rows, metric}: {rows: readonly MetricRow[]; metric: string}): string {
  const {unit} = metricOf(metric);
  const name = spokenName(view, metric);
  const [worst, second, ...others] = clearlyWorse(rows, metric);
  if (!worst)
    return say(view, {
      zh: `${name}：没有明显更差的组`,
      en: `${name}: no group is clearly worse`,
    });
  const text = (value: number | null) => formatNumber(value, unit, view);
  const group = (row: MetricRow) => groupName(view, {dimension: saidDimension(row), member: row.member});
  const isHigh = worst.difference! > 0;
  const more =
    others.length > 0
      ? say(view, {
          zh: `；另有 ${others.length + 1} 组也明显更差`,
          en: `; ${others.length + 1} other groups clearly worse too`,
        })
      : second
        ? say(view, {
            zh: `；${spaced(group(second))}也偏${isHigh ? "高" : "低"}（${text(second.value)}）`,
            en: `; ${group(second)} ${isHigh ? "high" : "low"} too (${text(second.value)})`,
          })
        : "";
  return say(view, {
    zh: `${spaced(group(worst), name)}${name} ${text(worst.value)}，${restName(view, saidDimension(worst))} ${text(worst.rest)}${more}`,
    en: `${group(worst)}: ${spokenInside(view, metric)} ${text(worst.value)}, ${restName(view, saidDimension(worst))} ${text(worst.rest)}${more}`,
  });
}
