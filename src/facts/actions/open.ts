import type {Row} from "../../marts/list.js";
import {inside} from "../../words/capital.js";
import {formatDate} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {say} from "../../words/say.js";
import type {ReportView} from "../view.js";
import {actionName} from "./effects.js";

type Action = Row<"action_effects">;

/** Actions not done yet: the late ones first, then by date, those without a date last. */
export const openActions = (view: ReportView): Action[] =>
  view
    .rows("action_effects")
    .filter(({status}) => status === "overdue" || status === "open")
    .sort(
      (one, other) =>
        Number(other.status === "overdue") - Number(one.status === "overdue") ||
        compare(one.due_date ?? "9999", other.due_date ?? "9999"),
    );

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** "Repair · Technician 03": who answers for it. */
export const ownerText = (view: ReportView, {department, owner}: Action): string =>
  [department ? view.label("departments", department) : "", personName(view, owner)].filter(Boolean).join(" · ");

/** The day without its year where that is the report's: "15 Nov". */
export function shortDay(view: ReportView, date: string): string {
  const day = formatDate(date, view);
  return view.month && date.startsWith(view.month.slice(0, 4)) ? day.replace(/^\d{4}年| \d{4}$/g, "") : day;
}

/** What is being done about a complaint category or a region's losses: "Product: roll back the firmware by 15 Nov", "Product to decide by 15 Nov: roll back the firmware"; "" where nothing is. */
export function remedy(view: ReportView, about: {readonly category: string} | {readonly region: string}): string {
  const found = openActions(view).find((row) =>
    "category" in about
      ? row.category === about.category && !row.region
      : row.region === about.region && row.metric === "churn_rate",
  );
  if (!found) return "";
  const who = doer(view, found);
  if (found.status === "overdue")
    return say(view, {
      zh: `${who}“${actionName(view, found)}”已逾期 ${found.days_late} 天`,
      en: `${who}'s “${actionName(view, found)}” is ${found.days_late} ${found.days_late === 1 ? "day" : "days"} late`,
    });
  return taskText(view, found);
}

/** Who answers for it in a word: the department, else the person. */
export const doer = (view: ReportView, {department, owner}: Action): string =>
  department ? view.label("departments", department) : personName(view, owner);

/** "Product: roll back the firmware by 15 Nov"; where it still has to be decided, "Product to decide by 15 Nov: roll back the firmware". */
export function taskText(view: ReportView, action: Action): string {
  const [who, what] = [doer(view, action), actionName(view, action)];
  const day = action.due_date ? shortDay(view, action.due_date) : "";
  const [by, until] = day ? [`${who ? " " : ""}${day}前`, ` by ${day}`] : ["", ""];
  if (action.is_decision)
    return say(view, {
      zh: `${who}${by || "尚未"}定：是否${what}`,
      en: `${who ? `${who} to decide` : "to decide"}${until}: ${inside(what)}`,
    });
  return say(view, {
    zh: `${who}${by}${what}`,
    en: `${who ? `${who}: ${inside(what)}` : what}${until}`,
  });
}
