import {formatInterval, formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import {isMetric, metricOf} from "../metrics.js";
import type {ReportView} from "../report-view.js";
import {memberName} from "./dimension-names.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Point} from "./figure.js";
import {missingFigure} from "./missing.js";
import {effectName, statusName} from "./relation-names.js";
import {column, tableFigure} from "./table-figure.js";

const needs = ["actions"];
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** "滤芯发错投诉" or the name of the metric: what the action was to change. */
export function aimOf(view: ReportView, row: MartRow): string {
  const zh = view.language === "zh";
  const category = row.category ? view.label("categories", String(row.category)) : "";
  const region = row.region ? memberName(view, {dimension: "region", member: String(row.region)}) : "";
  const isComplaints = row.metric === "complaints" || row.metric === "complaint_rate";
  const metric = isComplaints
    ? zh
      ? "投诉"
      : "complaints"
    : isMetric(String(row.metric))
      ? metricOf(String(row.metric))[view.language].name
      : text(row.metric);
  const aim = isComplaints && category ? (zh ? `“${category}”${metric}` : `${metric} “${category}”`) : metric;
  return region ? (zh ? `${region}${aim}` : `${aim} in ${region}`) : aim;
}

/** "“滤芯发错”投诉：措施完成后降 71%（−57 至 −81%），见效" */
export function effectFinding(view: ReportView, row: MartRow): string {
  const zh = view.language === "zh";
  const aim = aimOf(view, row);
  if (row.ratio === null)
    return zh
      ? `${aim}：${effectName(view, String(row.effect))}`
      : `${aim}: ${effectName(view, String(row.effect)).toLowerCase()}`;
  const change = Number(row.ratio) - 1;
  const by = formatNumber(Math.abs(change), "share", view);
  const limits = [Number(row.lo) - 1, Number(row.hi) - 1];
  const interval = formatInterval([limits[0]!, limits[1]!], "share", view);
  const word = effectName(view, String(row.effect));
  if (row.effect === "none")
    return zh
      ? `${aim}：措施完成前后变化 ${formatNumber(change, "share", view)}（${interval}），${word}`
      : `${aim}: ${formatNumber(change, "share", view)} (${interval}) after the action, ${word.toLowerCase()}`;
  return zh
    ? `${aim}：措施完成后${change < 0 ? "下降" : "上升"} ${by}（${interval}），${word}`
    : `${aim}: ${change < 0 ? "down" : "up"} ${by} (${interval}) after the action, ${word.toLowerCase()}`;
}

/** Before and after, for every action done. */
export function actionEffects(view: ReportView): FigureOrMissing {
  const id = "action-effects";
  const rows = view
    .rows("action_effects")
    .filter(({ratio}) => ratio !== null)
    .sort((a, b) => Number(a.ratio) - Number(b.ratio));
  if (rows.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "措施前后的变化", en: "what changed after each action"}});
  const zh = view.language === "zh";
  const helped = rows.filter(({effect}) => effect === "better");
  const not = rows.filter(({effect}) => effect === "none" || effect === "worse");
  const names = (list: readonly MartRow[]) =>
    list.map((row) => text(row.note) || text(row.cause)).join(zh ? "、" : ", ");
  const figure = estimateFigure(view, {
    id,
    title: zh
      ? `${rows.length} 项已完成的措施中 ${helped.length} 项见效${helped.length > 0 ? `（${names(helped)}）` : ""}${not.length > 0 ? `；未见效果：${names(not)}` : ""}`
      : `${helped.length} of ${rows.length} finished actions helped${helped.length > 0 ? ` (${names(helped)})` : ""}${not.length > 0 ? `; no effect shown: ${names(not)}` : ""}`,
    subtitle: zh
      ? "完成后至多六个整月 ÷ 完成前六个月（1 = 没变，0.5 = 减半）"
      : "Up to six whole months after ÷ the six before (1: unchanged, 0.5: half)",
    form: "dots",
    unit: "ratio",
    labels: zh ? "措施" : "Action",
    name: zh ? "后 ÷ 前" : "After ÷ before",
    metric: "complaint_rate",
    marts: ["action_effects"],
    n: rows.reduce((sum, row) => sum + Number(row.before_n) + Number(row.after_n), 0),
    rows: rows.map((row) => ({
      label: `${text(row.note) || text(row.cause)}${zh ? "（" : " ("}${aimOf(view, row)}${zh ? "）" : ")"}`,
      value: Number(row.ratio),
      lo: row.lo as number | null,
      hi: row.hi as number | null,
      n: Number(row.before_n) + Number(row.after_n),
    })),
    reference: {value: 1, label: zh ? "没变" : "Unchanged"},
    method: zh
      ? "精确 Poisson 率比；多项措施作 Benjamini–Hochberg；并与同期其他类别相比"
      : "exact Poisson rate ratio; Benjamini–Hochberg over actions; also against the other categories then",
    notes: [
      zh
        ? "前后对比没有对照组：同期其他类别的变化列在表里，普遍下降不算措施之功。"
        : "Before and after has no control group: the table sets the other categories beside it, so a general fall is not credited.",
    ],
  });
  return {
    ...figure,
    table: {
      columns: [
        column("action", zh ? "措施" : "Action"),
        column("aim", zh ? "对准的指标" : "Aimed at"),
        column("before", zh ? "之前" : "Before", "per_10000"),
        column("after", zh ? "之后" : "After", "per_10000"),
        column("ratio", zh ? "后 ÷ 前" : "After ÷ before", "ratio"),
        column("lo", zh ? "下限" : "Lower", "ratio"),
        column("hi", zh ? "上限" : "Upper", "ratio"),
        column("others", zh ? "÷ 同期其他类别" : "÷ other categories", "ratio"),
        column("others_lo", zh ? "下限" : "Lower", "ratio"),
        column("others_hi", zh ? "上限" : "Upper", "ratio"),
        column("months", zh ? "之后月数" : "Months after", "count"),
        column("effect", zh ? "判断" : "Verdict"),
      ],
      rows: rows.map((row) => [
        text(row.note) || text(row.cause),
        aimOf(view, row),
        ...(
          [
            "before",
            "after",
            "ratio",
            "lo",
            "hi",
            "against_others",
            "against_lo",
            "against_hi",
            "months_after",
          ] as const
        ).map((name) => row[name] as number | null),
        effectName(view, String(row.effect)),
      ]),
    },
  };
}

/** Months of the finished complaint actions, with the days they were done. */
export function actionTrend(view: ReportView): FigureOrMissing {
  const id = "action-trend";
  const done = view
    .rows("action_effects")
    .filter(({ratio, metric}) => ratio !== null && (metric === "complaints" || metric === "complaint_rate"))
    .sort((a, b) => Number(a.ratio) - Number(b.ratio))
    .slice(0, 3);
  if (done.length === 0)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "各措施所对指标的逐月走势", en: "the months before and after each action"},
    });
  const zh = view.language === "zh";
  const months = view.months;
  const points = (action: MartRow): Point[] =>
    months.map((month) => {
      const row = view
        .rows("action_months")
        .find((each) => each.action_id === action.action_id && each.month === month);
      return {value: (row?.value ?? null) as number | null, n: Number(row?.n ?? 0)};
    });
  const series = done.map((action) => ({
    id: String(action.action_id),
    name: aimOf(view, action),
    points: points(action),
  }));
  const title = done
    .map((row) => effectFinding(view, row))
    .slice(0, 2)
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
    marks: done
      .map((row) => ({category: String(row.done_date).slice(0, 7), label: `${text(row.note) || text(row.cause)}`}))
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
    marts: ["action_months", "action_effects"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

/** Cause → department → owner → due → done → effect, the overdue first. */
export function actionTracker(view: ReportView): FigureOrMissing {
  const id = "action-tracker";
  const order = ["overdue", "open", "done_late", "done"];
  const rows = [...view.rows("action_effects")].sort(
    (a, b) =>
      order.indexOf(String(a.status)) - order.indexOf(String(b.status)) ||
      Number(b.days_late ?? 0) - Number(a.days_late ?? 0),
  );
  if (rows.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "改进措施跟踪表", en: "the tracker of actions"}});
  const zh = view.language === "zh";
  const overdue = rows.filter(({status}) => status === "overdue");
  const worst = overdue[0];
  return tableFigure(view, {
    id,
    title: worst
      ? zh
        ? `${rows.length} 项措施中 ${overdue.length} 项逾期，最久的已 ${worst.days_late} 天：${text(worst.note) || text(worst.cause)}（${text(worst.department)}，${text(worst.owner)}）`
        : `${overdue.length} of ${rows.length} actions are overdue, the longest by ${worst.days_late} days: ${text(worst.note) || text(worst.cause)} (${text(worst.department)}, ${text(worst.owner)})`
      : zh
        ? `${rows.length} 项措施，没有逾期的`
        : `${rows.length} actions, none overdue`,
    subtitle: zh
      ? "原因 → 责任部门 → 负责人 → 期限 → 完成 → 指标的变化；逾期在前"
      : "Cause → department → owner → due → done → effect; the overdue first",
    n: rows.length,
    marts: ["action_effects"],
    columns: [
      column("cause", zh ? "原因" : "Cause"),
      column("note", zh ? "措施" : "Action"),
      column("department", zh ? "责任部门" : "Department"),
      column("owner", zh ? "负责人" : "Owner"),
      column("opened", zh ? "提出" : "Opened", "date"),
      column("due", zh ? "期限" : "Due", "date"),
      column("done", zh ? "完成" : "Done", "date"),
      column("status", zh ? "状态" : "Status"),
      column("late", zh ? "逾期天数" : "Days late", "count"),
      column("effect", zh ? "效果" : "Effect"),
    ],
    rows: rows.map((row) => [
      text(row.cause),
      text(row.note),
      row.department ? view.label("departments", String(row.department)) : "",
      text(row.owner),
      row.opened_date as string | null,
      row.due_date as string | null,
      row.done_date as string | null,
      statusName(view, String(row.status)),
      Math.max(0, Number(row.days_late ?? 0)),
      shortEffect(view, row),
    ]),
  });
}

/** "见效（−71.3%）" */
function shortEffect(view: ReportView, row: MartRow): string {
  if (row.effect === "open") return "";
  const word = effectName(view, String(row.effect));
  if (row.ratio === null) return word;
  const change = formatNumber(Number(row.ratio) - 1, "share", view);
  return view.language === "zh" ? `${word}（${change}）` : `${word} (${change})`;
}

/** Per department: how many, how many in time, how many overdue, how many helped. */
export function actionsByDepartment(view: ReportView): FigureOrMissing {
  const id = "actions-by-department";
  const rows = view.rows("action_effects");
  const departments = [...new Set(rows.map(({department}) => text(department)))].filter(Boolean).sort();
  if (departments.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "各部门的措施", en: "actions by department"}});
  const zh = view.language === "zh";
  const count = (department: string, test: (row: MartRow) => boolean) =>
    rows.filter((row) => row.department === department && test(row)).length;
  const late = departments
    .filter((department) => count(department, ({status}) => status === "overdue") > 0)
    .map((department) => view.label("departments", department));
  return tableFigure(view, {
    id,
    title:
      late.length > 0
        ? zh
          ? `有逾期措施的部门：${late.join("、")}`
          : `Departments with overdue actions: ${late.join(", ")}`
        : zh
          ? "各部门都没有逾期措施"
          : "No department has an overdue action",
    subtitle: zh ? "按责任部门的措施数" : "Actions by responsible department",
    n: rows.length,
    marts: ["action_effects"],
    columns: [
      column("department", zh ? "责任部门" : "Department"),
      column("all", zh ? "措施" : "Actions", "count"),
      column("done", zh ? "按期完成" : "Done in time", "count"),
      column("done_late", zh ? "逾期完成" : "Done late", "count"),
      column("open", zh ? "进行中" : "Open", "count"),
      column("overdue", zh ? "逾期未完成" : "Overdue", "count"),
      column("better", zh ? "见效" : "Helped", "count"),
    ],
    rows: departments.map((department) => [
      view.label("departments", department),
      count(department, () => true),
      ...(["done", "done_late", "open", "overdue"] as const).map((status) =>
        count(department, (row) => row.status === status),
      ),
      count(department, ({effect}) => effect === "better"),
    ]),
  });
}
