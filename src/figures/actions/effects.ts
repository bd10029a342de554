import {
  actionName,
  aimOf,
  changeText,
  effectFinding,
  effectsTitle,
  judgedActions,
} from "../../facts/actions/effects.js";
import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {sum} from "../../marts/shape/sum.js";
import {heading, inside} from "../../words/capital.js";
import {effectName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import type {FigureOrMissing, FigureTable, Point} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";

type Effect = Row<"action_effects">;

const needs = ["actions"];

/** What fell most first; what rose from none, without a ratio, last. */
const byRatio = (rows: readonly Effect[]): Effect[] => {
  const size = ({ratio}: Effect) => (ratio === null ? Number.MAX_VALUE : ratio);
  return [...rows].sort((a, b) => size(a) - size(b));
};

/** Before and after, for every action done. */
export function actionEffects(view: ReportView): FigureOrMissing {
  const id = "action-effects";
  const rows = byRatio(judgedActions(view));
  if (rows.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "措施前后的变化", en: "what changed after each action"}});
  const zh = view.language === "zh";
  const figure = estimateFigure(view, {
    id,
    title: effectsTitle(view, rows),
    subtitle: zh
      ? "完成后至多六个整月 ÷ 完成前六个月（1 = 没变，0.5 = 减半）"
      : "Up to six whole months after ÷ the six before (1: unchanged, 0.5: half)",
    form: "dots",
    unit: "ratio",
    labels: zh ? "措施" : "Action",
    name: zh ? "后 ÷ 前" : "After ÷ before",
    metric: "complaint_rate",
    marts: ["action_effects"],
    n: sum(rows, "before_n") + sum(rows, "after_n"),
    rows: rows.map((row) => ({
      label: `${actionName(view, row)}${zh ? "（" : " ("}${aimOf(view, row)}${zh ? "）" : ")"}`,
      value: row.ratio,
      lo: row.lo,
      hi: row.hi,
      n: (row.before_n ?? 0) + (row.after_n ?? 0),
    })),
    reference: {value: 1, label: zh ? "没变" : "Unchanged"},
    method: zh
      ? "精确 Poisson 率比；与同期其他类别之比按 Woolf 对数区间；两者各对多项措施作 Benjamini–Hochberg"
      : "exact Poisson rate ratio; ratio to the other categories then by Woolf's log interval; Benjamini–Hochberg over actions for each",
    notes: [
      zh
        ? "前后对比没有对照组：表里与同期其他类别相比，普遍下降不算措施之功；这几个月里自有措施的类别不作对照。"
        : "Before and after has no control group: the table sets the other categories beside it, so a general fall is not credited; categories with an action of their own in those months are left out.",
    ],
  });
  return {
    ...figure,
    table: effectsTable(view, rows),
  };
}

/** Each action with its ratios, how sure they are, and the verdict. */
function effectsTable(view: ReportView, rows: readonly Effect[]): FigureTable {
  const zh = view.language === "zh";
  return {
    columns: [
      column("action", zh ? "措施" : "Action"),
      column("aim", zh ? "对准的指标" : "Aimed at"),
      column("before", zh ? "之前" : "Before", "per_10000"),
      column("after", zh ? "之后" : "After", "per_10000"),
      column("ratio", zh ? "后 ÷ 前" : "After ÷ before", "ratio"),
      ...limitColumns(view, "ratio"),
      column("p_adjusted", zh ? "p（校正后）" : "p (adjusted)", "p"),
      column("others", zh ? "÷ 同期其他类别" : "÷ other categories", "ratio"),
      ...limitColumns(view, "ratio", "others"),
      column("against_p_adjusted", zh ? "p（与其他类别，校正后）" : "p (beside others, adjusted)", "p"),
      column("months_before", zh ? "之前月数" : "Months before", "count"),
      column("months", zh ? "之后月数" : "Months after", "count"),
      column("effect", zh ? "判断" : "Verdict"),
    ],
    rows: rows.map((row) => [
      actionName(view, row),
      aimOf(view, row),
      ...numbersOf(row, [
        "before",
        "after",
        "ratio",
        "lo",
        "hi",
        "p_adjusted",
        "against_others",
        "against_lo",
        "against_hi",
        "against_p_adjusted",
        "months_before",
        "months_after",
      ]),
      effectName(view, row.effect),
    ]),
  };
}

/** Months of the finished complaint actions, with the days they were done. */
export function actionTrend(view: ReportView): FigureOrMissing {
  const id = "action-trend";
  const done = byRatio(judgedActions(view))
    .filter(({metric}) => metric === "complaints" || metric === "complaint_rate")
    .slice(0, 3);
  if (done.length === 0)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "各措施所对指标的逐月走势", en: "the months before and after each action"},
    });
  const zh = view.language === "zh";
  const months = view.months;
  const points = (action: Effect): Point[] =>
    months.map((month) => {
      const row = view
        .rows("action_months")
        .find((each) => each.action_id === action.action_id && each.month === month);
      return {value: row?.value ?? null, n: row?.n ?? 0};
    });
  const series = done.map((action) => ({
    id: action.action_id,
    name: heading(aimOf(view, action)),
    points: points(action),
  }));
  const title = done
    .slice(0, 2)
    .map((row) => effectFinding(view, row))
    .map((finding, place) => (place === 0 ? finding : inside(finding)))
    .join(zh ? "；" : "; ");
  return {
    id,
    title,
    subtitle: zh
      ? "每万客户月的投诉；竖线为措施完成日"
      : "Complaints per 10,000 customer-months; marks: the day an action was done",
    form: "lines",
    unit: "per_10000",
    categories: months,
    category_kind: "month",
    category_title: zh ? "月份" : "Month",
    value_title: zh ? "每万客户月投诉" : "Complaints per 10,000",
    series,
    marks: whereKnown(done, "done_date")
      .map((row) => ({category: row.done_date.slice(0, 7), label: actionName(view, row)}))
      .sort((a, b) => (a.category < b.category ? -1 : 1)),
    table: {
      columns: [
        column("month", zh ? "月份" : "Month", "month"),
        ...series.map((each) => column(each.id, each.name, "per_10000")),
      ],
      rows: months.map((month, i) => [month, ...series.map((each) => each.points[i]!.value)]),
    },
    n: series.reduce((sum, each) => sum + each.points.reduce((total, {n}) => total + (n ?? 0), 0), 0),
    method: zh ? "投诉数 ÷ 客户月" : "complaints ÷ customer-months",
    metrics: ["complaint_rate"],
    worked: whereKnown(done, "before", "after", "ratio").map(
      (row) =>
        `${aimOf(view, row)}${zh ? "：" : ": "}${formatNumber(row.after, "ratio", view)} ÷ ${formatNumber(row.before, "ratio", view)} − 1 = ${formatNumber(row.ratio - 1, "share", view)}${zh ? "，" : ", "}${changeText(view, row)}`,
    ),
    marts: ["action_months", "action_effects"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}
