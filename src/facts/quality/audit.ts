import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import type {Language} from "../../words/language.js";
import type {ReportView} from "../view.js";
import {auditNames} from "./lights.js";

/** How it was asked, and what the answers themselves show. */
export type Audited = Row<"survey_audit"> | Row<"answer_audit">;

type Said = Readonly<Record<Language, string>>;

/** What is wrong where a light of the audit is red, said as a reader would say it; `parts` are its teams or agents. */
export function auditFinding(view: ReportView, {row, parts}: {row: Audited; parts: readonly Audited[]}): string {
  const share = formatNumber(row.value, "share", view);
  const findings: Readonly<Partial<Record<Audited["topic"], Said>>> = {
    response: {zh: `受邀者中只有 ${share} 作答`, en: `only ${share} of those invited answered`},
    gating: gating(view, {row, parts}),
    perfect_score: perfect(view, parts),
    ceiling: {
      zh: `${formatNumber(row.n, "count", view)} 份回答全部打同一分`,
      en: `all ${formatNumber(row.n, "count", view)} answers gave the same score`,
    },
    collected_by_handler: {
      zh: `${share} 的答卷由经办人自己采集`,
      en: `${share} of the answers were collected by the very person they judge`,
    },
    late_answers: {zh: `${share} 的答卷在服务 7 天后才作答`, en: `${share} answered over 7 days after the service`},
    hasty_answers: {zh: `${share} 的答卷在 10 秒内答完`, en: `${share} answered within 10 seconds`},
  };
  return findings[row.topic]?.[view.language] ?? row.topic;
}

/** A few are named, of more the first with the number of the others. */
function named(view: ReportView, names: readonly string[]): string {
  const [first = "", ...others] = names;
  if (names.length <= 2) return names.join(view.language === "zh" ? "、" : " and ");
  return view.language === "zh" ? `${first}等 ${names.length} 处` : `${first} and ${others.length} others`;
}

function gating(view: ReportView, {row, parts}: {row: Audited; parts: readonly Audited[]}): Said {
  const points = (each: Audited) => ((each.value ?? 0) * 100).toFixed(1);
  const [first] = parts;
  if (!first)
    return {
      zh: `投诉客户的邀评率低 ${points(row)} 个百分点`,
      en: `those who complained are invited less often, by ${points(row)} points`,
    };
  const teams = named(
    view,
    parts.map(({member}) => memberName(view, {dimension: "team", member})),
  );
  return {
    zh: `${teams}挑客户邀评，投诉客户的邀评率低 ${points(first)} 个百分点`,
    en: `${teams} ${parts.length === 1 ? "chooses" : "choose"} whom to survey, inviting complainers less often by ${points(first)} points`,
  };
}

/** Agents are counted here: their names stand in the table of the audit. */
function perfect(view: ReportView, parts: readonly Audited[]): Said {
  const red = parts.filter(({light}) => light === "red");
  const n = formatNumber(red[0]?.n, "count", view);
  return red.length === 1
    ? {zh: `1 名坐席的 ${n} 份评价全部满意`, en: `all ${n} who rated one agent are satisfied`}
    : {
        zh: `${red.length} 名坐席的评价全部满意（其中一名 ${n} 份）`,
        en: `all who rated ${red.length} agents are satisfied (${n} of one)`,
      };
}

const severity = ["red", "amber", "grey", "green"];

/** Lights in the order of their weight. */
export const auditRows = (view: ReportView): Audited[] =>
  [...view.rows("survey_audit"), ...view.rows("answer_audit")].sort(
    (a, b) =>
      severity.indexOf(a.light) - severity.indexOf(b.light) ||
      Object.keys(auditNames).indexOf(a.topic) - Object.keys(auditNames).indexOf(b.topic) ||
      Number(b.member === "all") - Number(a.member === "all") ||
      b.n - a.n ||
      (a.member < b.member ? -1 : 1),
  );

/** What is wrong with how satisfaction was asked for: "Field desk chooses whom to survey …", "all 62 who rated …". */
export function surveyFaults(view: ReportView): string[] {
  const rows = auditRows(view);
  return rows
    .filter(({light, member}) => light === "red" && member === "all")
    .map((row) => {
      const parts = rows.filter(({topic, member, light}) => topic === row.topic && member !== "all" && light === "red");
      return auditFinding(view, {row, parts});
    });
}
