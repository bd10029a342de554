import {actionName, shortEffect, text} from "../../facts/actions/effects.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {statusName} from "../../words/codes.js";
import {personName} from "../../words/people.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Action = Row<"action_effects">;

const needs = ["actions"];

/** Action → cause → owner and department → due → status → effect, the overdue first; the other dates come last. */
export function actionTracker(view: ReportView): FigureOrMissing {
  const id = "action-tracker";
  const order = ["overdue", "open", "done_late", "done"];
  const rows = [...view.rows("action_effects")].sort(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status) || (b.days_late ?? 0) - (a.days_late ?? 0),
  );
  if (rows.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "改进措施跟踪表", en: "the tracker of actions"}});
  const zh = view.language === "zh";
  const overdue = rows.filter(({status}) => status === "overdue");
  const worst = overdue[0];
  const department = (row: Action) => (row.department ? view.label("departments", row.department) : "");
  return tableFigure(view, {
    id,
    title: worst
      ? zh
        ? `${rows.length} 项措施中 ${overdue.length} 项逾期，${overdue.length === 1 ? "" : "最久的"}已 ${worst.days_late} 天：${actionName(view, worst)}（${department(worst) || personName(view, worst.owner)}）`
        : `${overdue.length} of ${rows.length} actions ${overdue.length === 1 ? "is" : "are"} overdue, ${overdue.length === 1 ? "" : "the longest "}by ${worst.days_late} ${worst.days_late === 1 ? "day" : "days"}: ${actionName(view, worst)} (${department(worst) || personName(view, worst.owner)})`
      : zh
        ? `${rows.length} 项措施，没有逾期的`
        : `${rows.length} ${rows.length === 1 ? "action" : "actions"}, none overdue`,
    subtitle: zh
      ? "措施 → 原因 → 负责人与部门 → 期限 → 状态 → 效果；逾期在前"
      : "Action → cause → owner and department → due → status → effect; the overdue first",
    ...(overdue.length > 1 && worst ? {claims: [{is: "highest", of: "late", rows: [actionName(view, worst)]}]} : {}),
    n: rows.length,
    marts: ["action_effects"],
    columns: [
      column("note", zh ? "措施" : "Action"),
      column("cause", zh ? "原因" : "Cause"),
      column("owner", zh ? "负责人 · 部门" : "Owner · department"),
      column("due", zh ? "期限" : "Due", "date"),
      column("status", zh ? "状态" : "Status"),
      column("late", zh ? "逾期天数" : "Days late", "count"),
      column("effect", zh ? "效果" : "Effect"),
      column("opened", zh ? "提出" : "Opened", "date"),
      column("done", zh ? "完成" : "Done", "date"),
    ],
    rows: rows.map((row) => [
      actionName(view, row),
      view.label("actions", text(row.cause)),
      [personName(view, row.owner), department(row)].filter(Boolean).join(" · "),
      row.due_date,
      row.is_decision && !row.done_date
        ? `${statusName(view, row.status)}${zh ? "，待决策" : ", to decide"}`
        : statusName(view, row.status),
      Math.max(0, row.days_late ?? 0),
      shortEffect(view, row),
      row.opened_date,
      row.done_date,
    ]),
  });
}

/** Per department: how many, how many in time, how many overdue, how many helped. */
export function actionsByDepartment(view: ReportView): FigureOrMissing {
  const id = "actions-by-department";
  const rows = view.rows("action_effects");
  const departments = [...new Set(rows.map(({department}) => text(department)))].filter(Boolean).sort();
  if (departments.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "各部门的措施", en: "actions by department"}});
  const zh = view.language === "zh";
  const count = (department: string, test: (row: Action) => boolean) =>
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
