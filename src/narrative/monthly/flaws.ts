import {actionName} from "../../facts/actions/effects.js";
import {isMissing, partSuffix} from "../../facts/months.js";
import {hasPast} from "../../facts/past.js";
import {categoriesNow} from "../../facts/service/categories.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {metricOf} from "../../metrics/catalogue.js";
import {spokenInside, spokenName} from "../../metrics/spoken.js";
import {groupName, memberName, saidDimension} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {counted, listed, say} from "../../words/say.js";
import {spaced} from "../../words/spaced.js";
import {clearlyWorse} from "../metric.js";
import {evidence, listedComplaints, unknownLine} from "./evidence.js";
import type {Line} from "./letter.js";
import {movedLines} from "./moved.js";

type Watched = Parameters<typeof clearlyWorse>[1] & {readonly href: string};

/** Promises and callbacks by whoever owes them: the design of the service shows there. */
const watched: readonly Watched[] = [
  {metric: "promise_kept", dimensions: ["team"], href: "complaints.html#promise-by-department"},
  {metric: "callback_independent", dimensions: ["team"], href: "complaints.html#callback-independence-by-team"},
  {metric: "confirmed_solved", dimensions: ["team"], href: "complaints.html#confirmed-by-team"},
];

/** What complaints reveal of products and process: who answers for what is new, who is behind all year, what is overdue. */
export function flaws(view: ReportView): Line[] {
  const fresh = categoriesNow(view).filter(({isNew, isRising}) => isNew || isRising);
  const behind = watched.flatMap((each) => behindLine(view, each));
  const lines = [
    ...fresh.slice(0, 2).flatMap(({category, now}) => originLine(view, {category, now})),
    ...behind.slice(0, 3),
    ...movedLines(view, [
      {metric: "promise_kept", href: "complaints.html#service-promises"},
      {metric: "sla_met", href: "complaints.html#service-promises"},
      {metric: "solved_rate", href: "complaints.html#resolution-times"},
      {metric: "callback_done", href: "complaints.html#callbacks"},
    ]),
    ...overdueLine(view),
  ];
  if (lines.length > 0) return lines;
  return [noneFound(view)];
}

/** That no flaw was found, where one could have been: in a month that came, and that has months before it. */
function noneFound(view: ReportView): Line {
  const {month = ""} = view;
  const href = "complaints.html#complaint-responsibility";
  const at = {metric: "tickets", month};
  if (!view.entities.has("tickets") && !view.entities.has("callbacks"))
    return unknownLine(view, {zh: "未收到工单和回访", en: "no tickets or follow-ups received", href});
  if (isMissing(view, at)) return unknownLine(view, {zh: "未收到工单", en: "no tickets received", href});
  if (!hasPast(view, "tickets"))
    return unknownLine(view, {zh: "没有可比的以往月份", en: "no month before to compare with", href});
  const part = partSuffix(view, at);
  const text = say(view, {
    zh: part ? `没有发现新缺陷${part}` : "本月没有发现新缺陷",
    en: part ? `no new flaw found${part}` : "no new flaw found this month",
  });
  return {text, evidence: "", href};
}

/** "8 项措施 2 项逾期，最久的已 31 天：成都设备件分仓（维修部）" */
function overdueLine(view: ReportView): Line[] {
  const all = view.rows("action_effects");
  const late = all
    .filter(({status}) => status === "overdue")
    .sort((a, b) => (b.days_late ?? 0) - (a.days_late ?? 0) || (a.action_id < b.action_id ? -1 : 1));
  const [first] = late;
  if (!first) return [];
  const department = first.department ? view.label("departments", first.department) : "";
  const [what, days] = [actionName(view, first), first.days_late ?? 0];
  return [
    {
      text: say(view, {
        zh: `${all.length} 项措施 ${late.length} 项逾期，${late.length === 1 ? "" : "最久的"}已 ${days} 天：${what}${department && `（${department}）`}`,
        en: `${late.length} of ${all.length} ${all.length === 1 ? "action is" : "actions are"} overdue, ${late.length === 1 ? "" : "the longest "}by ${counted(days, "day")}: ${what}${department && ` (${department})`}`,
      }),
      evidence: "",
      href: "actions.html#action-tracker",
    },
  ];
}

/** "“设备联网故障”29 件中 23 件归产品部、6 件归第三方；登记的原因多为产品设计（29 件）" */
function originLine(view: ReportView, {category, now}: {category: string; now: number}): Line[] {
  const parts = (kind: Row<"complaint_parts">["kind"]) =>
    view
      .rows("complaint_parts")
      .filter((row) => row.category === category && row.kind === kind)
      .sort((a, b) => b.complaints - a.complaints || (a.code < b.code ? -1 : 1));
  const responsible = parts("responsible").slice(0, 2);
  const [cause] = parts("cause");
  // Where nobody is ever named as responsible, that nobody is says nothing of this category.
  const isRecorded = view
    .rows("complaint_parts")
    .some(({kind, code}) => kind === "responsible" && code !== "unassigned");
  if (responsible.length === 0 || !isRecorded) return [];
  const name = memberName(view, {dimension: "category", member: category});
  const owners = listed(
    view,
    responsible.map(({code, complaints}) => ownerText(view, {code, complaints})),
  );
  const why = cause
    ? say(view, {
        zh: `；登记的原因多为“${view.label("causes", cause.code)}”（${cause.complaints} 件）`,
        en: `; recorded cause, mostly: ${view.label("causes", cause.code)} (${cause.complaints})`,
      })
    : "";
  return [
    {
      text: say(view, {
        zh: `“${name}”${now} 件中，${owners}${why}`,
        en: `of ${now} on “${name}”, ${owners}${why}`,
      }),
      evidence: evidence(view, {n: now}, "count"),
      href: "complaints.html#complaint-responsibility",
      records: listedComplaints,
    },
  ];
}

function ownerText(view: ReportView, {code, complaints}: {code: string; complaints: number}): string {
  const name = memberName(view, {dimension: "responsible", member: code});
  if (code === "unassigned") return say(view, {zh: `${complaints} 件未定责`, en: `${complaints} unassigned`});
  return say(view, {zh: `${complaints} 件归${name}`, en: `${complaints} are for ${name}`});
}

/** The group clearly furthest behind the rest over the window. */
function behindLine(view: ReportView, {metric, dimensions, href}: Watched): Line[] {
  const [worst] = clearlyWorse(view, {metric, dimensions});
  if (!worst) return [];
  const {unit} = metricOf(metric);
  const group = groupName(view, {dimension: saidDimension(worst), member: worst.member});
  const [value, rest] = [formatNumber(worst.value, unit, view), formatNumber(worst.rest, unit, view)];
  const name = spokenName(view, metric);
  return [
    {
      text: say(view, {
        zh: `近 ${view.windowMonths} 个月${spaced(group, name)}${name} ${value}，其余 ${rest}`,
        en: `over ${view.windowMonths} months ${group}: ${spokenInside(view, metric)} ${value}, ${rest} elsewhere`,
      }),
      evidence: evidence(view, worst, unit),
      href,
    },
  ];
}
