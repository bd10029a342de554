import {actionName} from "../../facts/actions/effects.js";
import {openActions, ownerText, shortDay} from "../../facts/actions/open.js";
import type {ReportView} from "../../facts/view.js";
import {say} from "../../words/say.js";
import type {Act} from "./board-shape.js";

/** More cannot be followed standing. */
const most = 6;

/** Open actions, the latest first, then by date; those without a date last. */
export const acts = (view: ReportView): Act[] =>
  openActions(view)
    .slice(0, most)
    .map((row) => ({
      when: whenText(view, {days: row.days_late ?? 0, due: row.due_date}),
      isLate: row.status === "overdue",
      isDecision: row.is_decision,
      what: actionName(view, row),
      who: ownerText(view, row),
      href: "actions.html#action-tracker",
    }));

function whenText(view: ReportView, {days, due}: {days: number; due: string | null}): string {
  if (days > 0) return say(view, {zh: `逾期 ${days} 天`, en: `${days} ${days === 1 ? "day" : "days"} late`});
  if (due === null) return say(view, {zh: "未定日期", en: "no date"});
  const short = shortDay(view, due);
  return say(view, {zh: `${short}前`, en: `by ${short}`});
}
