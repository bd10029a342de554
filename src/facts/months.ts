import type {Row} from "../marts/list.js";
import {systemName} from "../words/entities.js";
import {formatDay, formatMonth} from "../words/format.js";
import {listed, say} from "../words/say.js";
import type {ReportView} from "./view.js";

/** A month of a metric, or of a kind of record ("tickets"). */
export interface At {
  readonly metric: string;
  readonly month: string;
}

type MetricMonth = Row<"metric_months">;

/** What the records have of a month; undefined where nothing of the metric has a date. */
export const monthOf = (view: ReportView, {metric, month}: At): MetricMonth | undefined =>
  view.rows("metric_months").find((row) => row.metric === metric && row.month === month);

/** Whether a month may be compared with another, held against a target, or be the highest of many. */
export function isWhole(view: ReportView, at: At): boolean {
  const state = monthOf(view, at)?.state ?? "complete";
  return state === "complete" || state === "late";
}

/** Awaited, and not there. */
export function isMissing(view: ReportView, at: At): boolean {
  const found = monthOf(view, at);
  return found?.state === "missing" && !found.is_quiet;
}

/** The days that a part of a month speaks for: "到 8月18日", "to 18 Aug"; "" for a whole month. */
export function partText(view: ReportView, at: At): string {
  const found = monthOf(view, at);
  if (found?.state !== "partial") return "";
  const {reason, covered_days, days, entity, month} = found;
  const day = (of: number) => formatDay(`${month}-${String(of).padStart(2, "0")}`, view);
  switch (reason) {
    case "ends_early": {
      const last = formatDay(lastSeen(view, found), view);
      return say(view, {zh: `到 ${last}`, en: `to ${last}`});
    }
    case "begins_late":
      return say(view, {zh: `${day(days - covered_days + 1)}起`, en: `from ${day(days - covered_days + 1)}`});
    case "one_of_several": {
      const absent = absentSystems(view, {entity, month});
      // One of two files of the same system.
      if (absent === "") return say(view, {zh: "不全", en: "incomplete"});
      return say(view, {zh: `不含${absent}`, en: `without ${absent}`});
    }
    default:
      return say(view, {zh: `只有 ${covered_days} 天`, en: `${covered_days} days only`});
  }
}

/** The last day with records of a month that ends early. */
const lastSeen = (view: ReportView, {entity, month}: MetricMonth): string =>
  view
    .rows("source_months")
    .filter((row) => row.entity === entity && row.month === month && row.state === "partial")
    .map(({last_seen_at}) => last_seen_at ?? month)
    .sort()
    .at(-1) ?? month;

/** " （到 8月18日）", " (to 18 Aug)": put after a value; "" for a whole month. */
export function partSuffix(view: ReportView, at: At): string {
  const part = partText(view, at);
  return part && say(view, {zh: `（${part}）`, en: ` (${part})`});
}

/** Why nothing is compared: "未满月，不作比较"; "" for a whole month. */
export const partNote = (view: ReportView, at: At): string =>
  partText(view, at) && say(view, {zh: "未满月，不作比较", en: "part month, not compared"});

/** "2026年3月投诉缺数据：客服工单系统没交，不是 0" of a month that is awaited and not there. */
export function missingText(view: ReportView, {name, ...at}: At & {readonly name: string}): string {
  const entity = monthOf(view, at)?.entity ?? "";
  const who = absentSystems(view, {entity, month: at.month});
  const month = formatMonth(at.month, view);
  return say(view, {
    zh: `${month}${name}缺数据：${who || "来源"}没交，不是 0`,
    en: `${name}: no data for ${month}; ${who || "the source"} sent none, not zero`,
  });
}

/** "投诉率：2026年9月样本太少，不显示", where a number is withheld. */
export function withheldText(view: ReportView, {name, month}: {readonly name: string; readonly month: string}): string {
  return say(view, {
    zh: `${name}：${formatMonth(month, view)}样本太少，不显示`,
    en: `${name}: too few in ${formatMonth(month, view)} to show`,
  });
}

/** The systems that sent nothing of a kind of record in a month, by name. */
export const absentSystems = (view: ReportView, {entity, month}: {entity: string; month: string}): string =>
  listed(view, [
    ...new Set(
      view
        .rows("source_months")
        .filter((row) => row.entity === entity && row.month === month && row.state === "missing" && !row.is_quiet)
        .map(({source}) => systemName(view, source)),
    ),
  ]);
