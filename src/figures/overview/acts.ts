import {actionName} from "../../facts/actions/effects.js";
import type {ReportView} from "../../facts/view.js";
import {formatDate} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {say} from "../../words/say.js";
import type {Act} from "./board.js";

/** More cannot be followed standing. */
const most = 6;

/** Open actions, the latest first, then by date; those without a date last. */
export function acts(view: ReportView): Act[] {
  return view
    .rows("action_effects")
    .filter(({status}) => status === "overdue" || status === "open")
    .sort(
      (one, other) =>
        Number(other.status === "overdue") - Number(one.status === "overdue") ||
        compare(one.due_date ?? "9999", other.due_date ?? "9999"),
    )
    .slice(0, most)
    .map((row) => ({
      when: whenText(view, {
        days: row.days_late ?? 0,
        due: row.due_date === null ? null : row.due_date,
      }),
      isLate: row.status === "overdue",
      isDecision: row.is_decision,
      what: actionName(view, row),
      who: [row.department ? view.label("departments", row.department) : "", personName(view, row.owner)]
        .filter(Boolean)
        .join(" · "),
      href: "actions.html#action-tracker",
    }));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function whenText(view: ReportView, {days, due}: {days: number; due: string | null}): string {
  if (days > 0) return say(view, {zh: `逾期 ${days} 天`, en: `${days} ${days === 1 ? "day" : "days"} late`});
  if (due === null) return say(view, {zh: "未定日期", en: "no date"});
  const day = formatDate(due, view);
  const short = view.month && due.startsWith(view.month.slice(0, 4)) ? day.replace(/^\d{4}年| \d{4}$/g, "") : day;
  return say(view, {zh: `${short}前`, en: `by ${short}`});
}
