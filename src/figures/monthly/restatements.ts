import type {ReportView} from "../../facts/view.js";
import {isMetric, metricOf} from "../../metrics/catalogue.js";
import {spokenName} from "../../metrics/spoken.js";
import {entityName} from "../../words/entities.js";
import {formatMonth, formatMonthName, formatNumber} from "../../words/format.js";
import type {Restated, RestatedReason} from "../../words/restated.js";
import {listed, say} from "../../words/say.js";
import type {Unit} from "../../words/unit.js";
import type {Figure} from "../figure.js";
import {column, tableFigure} from "../forms/table.js";

/** The restatement log: what the last edition said that is another number now, by how much, and why. */
export function restatements(view: ReportView): Figure {
  const {editions = [], restated = []} = view.past ?? {};
  const last = editions.at(-1);
  const rows = [...restated].sort(
    (a, b) =>
      (a.month < b.month ? 1 : a.month > b.month ? -1 : 0) || order(a) - order(b) || (a.measure < b.measure ? -1 : 1),
  );
  return tableFigure(view, {
    id: "restatements",
    title: titleOf(view, {edition: last?.month, rows}),
    subtitle: say(view, {
      zh: "已发布的数、现在的数、差、原因（文件与行）",
      en: "As published, as it is now, the difference and why, by file and row",
    }),
    n: rows.length,
    method: say(view, {
      zh: "逐个比较上一版发布的月度总数；记录按主键与内容指纹比较",
      en: "monthly totals of the last edition compared one by one; records by key and fingerprint",
    }),
    marts: ["complaints_by_month", "ticket_backlog", "churn_by_month", "metric_by_segment"],
    columns: [
      column("month", say(view, {zh: "月份", en: "Month"}), "month"),
      column("measure", say(view, {zh: "指标", en: "Measure"})),
      column("was", say(view, {zh: "已发布", en: "Published"})),
      column("is", say(view, {zh: "现在", en: "Now"})),
      column("difference", say(view, {zh: "差", en: "Difference"})),
      column("why", say(view, {zh: "原因", en: "Why"})),
    ],
    rows: rows.map((row) => {
      const unit = unitOf(row);
      return [
        row.month,
        nameOf(view, row),
        formatNumber(row.was, unit, view),
        formatNumber(row.is, unit, view),
        differenceOf(view, row),
        row.reasons.map((reason) => reasonText(view, reason)).join(say(view, {zh: "；", en: "; "})),
      ];
    }),
  });
}

function titleOf(view: ReportView, {edition, rows}: {edition: string | undefined; rows: readonly Restated[]}): string {
  if (edition === undefined)
    return say(view, {
      zh: "还没有发布过更早的月份，无从比较",
      en: "No earlier month was published, so there is nothing to compare",
    });
  const at = formatMonth(edition, view);
  if (rows.length === 0)
    return say(view, {zh: `${at}版发布的数都没有变`, en: `No number of the edition of ${at} has changed`});
  const count = new Set(rows.map(({table, measure, month}) => `${table} ${measure} ${month}`)).size;
  const tickets = rows.filter(({table, measure}) => table === "ticket_backlog" && measure === "created");
  const moved = listed(
    view,
    [...tickets].reverse().map((row) => `${formatMonthName(row.month, view)} ${differenceOf(view, row)}`),
  );
  return say(view, {
    zh: `${at}版有 ${count} 个数后来变了${moved && `；工单：${moved}`}`,
    en: `${count} ${count === 1 ? "number" : "numbers"} of the edition of ${at} ${count === 1 ? "has" : "have"} changed${moved && `; tickets: ${moved}`}`,
  });
}

const names: Readonly<Record<string, {readonly zh: string; readonly en: string; readonly unit: Unit}>> = {
  "ticket_backlog.created": {zh: "新工单", en: "New tickets", unit: "count"},
  "ticket_backlog.closed": {zh: "结案工单", en: "Tickets closed", unit: "count"},
  "ticket_backlog.backlog": {zh: "未结工单", en: "Open tickets", unit: "count"},
  "complaints_by_month.complaints": {zh: "投诉", en: "Complaints", unit: "count"},
  "complaints_by_month.value": {zh: "每万户投诉", en: "Complaints per 10,000 customers", unit: "per_10000"},
  "churn_by_month.lost": {zh: "流失客户", en: "Customers lost", unit: "count"},
  "churn_by_month.value": {zh: "月流失率", en: "Monthly churn", unit: "share"},
};

const order = ({table, measure}: Restated): number => {
  const at = Object.keys(names).indexOf(`${table}.${measure}`);
  return at < 0 ? 99 : at;
};

/** A metric's own name, or with "base of" before it. */
function nameOf(view: ReportView, {table, measure}: Restated): string {
  const own = names[`${table}.${measure}`];
  if (own) return say(view, own);
  const metric = measure.replace(/^n /, "");
  const name = isMetric(metric) ? spokenName(view, metric) : metric;
  return measure.startsWith("n ") ? say(view, {zh: `${name}（样本量）`, en: `${name} (base)`}) : name;
}

function unitOf({table, measure}: Restated): Unit {
  const own = names[`${table}.${measure}`];
  if (own) return own.unit;
  return measure.startsWith("n ") || !isMetric(measure) ? "count" : metricOf(measure).unit;
}

/** "+14", "−0.4 个百分点": always with its sign. */
function differenceOf(view: ReportView, row: Restated): string {
  if (row.was === null || row.is === null) return "–";
  const difference = row.is - row.was;
  const unit = unitOf(row);
  const sign = difference > 0 ? "+" : "−";
  const size = Math.abs(difference);
  if (unit === "share")
    return say(view, {
      zh: `${sign}${(size * 100).toFixed(2)} 个百分点`,
      en: `${sign}${(size * 100).toFixed(2)} points`,
    });
  return `${sign}${formatNumber(size, unit, view).replace(/^[+−]/, "")}`;
}

/** "迟到 14 条工单（helpdesk/tickets_late_2026-09.csv 第 5、6 行 …）" */
function reasonText(view: ReportView, {kind, entity, file = "", records = 0, rows = []}: RestatedReason): string {
  const what = entity ? entityName(view, entity) : "";
  const at =
    rows.length > 0
      ? say(view, {
          zh: ` 第 ${rows.join("、")} 行${rows.length < records ? "等" : ""}`,
          en: ` rows ${rows.join(", ")}${rows.length < records ? " …" : ""}`,
        })
      : "";
  const place = file ? say(view, {zh: `（${file}${at}）`, en: ` (${file}${at})`}) : "";
  switch (kind) {
    case "late":
      return say(view, {zh: `补来 ${records} 条${what}${place}`, en: `${what}: ${records} came later${place}`});
    case "removed":
      return say(view, {zh: `少了 ${records} 条${what}${place}`, en: `${what}: ${records} gone${place}`});
    case "corrected":
      return say(view, {zh: `更正 ${records} 条${what}${place}`, en: `${what}: ${records} corrected${place}`});
    case "settings":
      return say(view, {zh: `口径或规则改了${place}`, en: `a mapping, rule or reference file changed${place}`});
    case "program":
      return say(view, {zh: `定义或程序版本不同${place}`, en: `definitions or program differ${place}`});
    case "later":
      return say(view, {zh: "当时未定，后来有了结果", en: "was open then, settled since"});
  }
}
