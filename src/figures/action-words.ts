import {formatInterval, formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import {isMetric, metricOf} from "../metrics.js";
import type {ReportView} from "../report-view.js";
import {memberName} from "./dimension-names.js";
import {effectName} from "./relation-names.js";

/** A cell of text, or nothing. */
export const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What is done, or why: free text of the system, in the reader's language where reference/actions.csv has it. */
export const actionName = (view: ReportView, {note, cause}: Pick<MartRow, string>): string =>
  view.label("actions", text(note) || text(cause));

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
  const name = aimOf(view, row);
  const aim = name.charAt(0).toUpperCase() + name.slice(1);
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

/** "见效（−71.3%）" */
export function shortEffect(view: ReportView, row: MartRow): string {
  if (row.effect === "open") return "";
  const word = effectName(view, String(row.effect));
  if (row.ratio === null) return word;
  const change = formatNumber(Number(row.ratio) - 1, "share", view);
  return view.language === "zh" ? `${word}（${change}）` : `${word} (${change})`;
}
