import {type Audited, auditRows} from "../../facts/quality/audit.js";
import {auditNames, lightNames} from "../../facts/quality/lights.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {auditThresholds} from "../../marts/quality/survey-audit.js";
import {itemName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";
import {modeName} from "./modes.js";

/** The survey's own method under traffic lights: value, threshold, base, verdict, what to do. */
export function surveyAudit(view: ReportView): FigureOrMissing {
  const zh = view.language === "zh";
  if (!view.entities.has("surveys"))
    return missingFigure(view, {
      id: "survey-audit",
      needs: ["surveys"],
      shows: {zh: "调查方法的体检表", en: "the audit of the survey's method"},
    });
  const rows = auditRows(view);
  const countOf = (light: string) => rows.filter((row) => row.light === light && row.member === "all").length;
  const [red, amber, grey] = ["red", "amber", "grey"].map(countOf);
  return tableFigure(view, {
    id: "survey-audit",
    title: zh
      ? `调查方法：${red} 项红灯，${amber} 项黄灯${grey ? `，${grey} 项无法判断` : ""}`
      : `The survey's method: ${red} red, ${amber} amber${grey ? `, ${grey} cannot be judged` : ""}`,
    subtitle: zh
      ? "红灯的项目会让满意度失真，先看这张表再看分数"
      : "A red light distorts the scores: read this table before them",
    columns: [
      column("check", zh ? "检查" : "Check"),
      column("whom", zh ? "对象" : "Whom"),
      column("value", zh ? "数值" : "Value"),
      column("interval", zh ? "95% 区间" : "95% interval"),
      column("threshold", zh ? "界限" : "Threshold"),
      column("n", zh ? "样本量" : "n", "count"),
      column("light", zh ? "结论" : "Verdict"),
      column("fix", zh ? "怎么办" : "What to do"),
    ],
    rows: rows.map((row) => {
      const words = auditNames[row.topic]?.[view.language];
      const isShown = row.light !== "green";
      return [
        words?.name ?? row.topic,
        whom(view, row),
        valueText(view, row),
        formatInterval([row.lo, row.hi], row.topic === "consistency" ? "ratio" : "share", view),
        words?.threshold ?? "",
        row.n,
        lightNames[row.light]?.[view.language] ?? row.light,
        isShown ? (words?.fix ?? "") : "",
      ];
    }),
    n: Math.max(0, ...rows.map(({n}) => n)),
    marts: ["survey_audit", "answer_audit"],
    method: zh
      ? `Wilson 与 Newcombe 95% 区间；满分判断用精确上限（三法则），概率 < ${auditThresholds.perfect_score.probability} 为红灯`
      : `Wilson and Newcombe 95% intervals; perfect scores by the exact limit (rule of three), red where their chance is < ${auditThresholds.perfect_score.probability}`,
  });
}

function whom(view: ReportView, {topic, member}: Audited): string {
  if (member === "all") return view.language === "zh" ? "全部" : "All";
  return topic === "gating" ? memberName(view, {dimension: "team", member: member}) : personName(view, member);
}

/** What the answers themselves are judged by: coefficients are no shares. */
function soundText(view: ReportView, row: Row<"answer_audit">): string {
  const {topic, value, beside, item, also} = row;
  if (value === null) return "–";
  const share = formatNumber(value, "share", view);
  const alike = also > 0 ? say(view, {zh: `等 ${also + 1} 项`, en: ` and ${also} more`}) : "";
  const named = item && `${itemName(view, item)}${alike}`;
  const bracket = (text: string, inside: string) =>
    inside ? say(view, {zh: `${text}（${inside}）`, en: `${text} (${inside})`}) : text;
  switch (topic) {
    case "retest":
      return value.toFixed(2);
    case "consistency":
      return bracket(
        `ω ${value.toFixed(2)}`,
        named
          ? say(view, {zh: `${named}与其余相反`, en: `${named} ${also > 0 ? "go" : "goes"} against the others`})
          : `α ${beside?.toFixed(2) ?? "–"}`,
      );
    case "same_answers": {
      const without = formatNumber(beside, "share", view);
      return bracket(
        share,
        beside === null ? "" : say(view, {zh: `不含他们满意 ${without}`, en: `${without} satisfied without them`}),
      );
    }
    case "unanswered_items":
      return bracket(share, also > 0 ? say(view, {zh: `${named}同样多`, en: `${named} as often`}) : named);
    default:
      return share;
  }
}

function valueText(view: ReportView, row: Audited): string {
  if ("beside" in row) return soundText(view, row);
  const {topic, member, value, detail} = row;
  if (value === null) return "–";
  const zh = view.language === "zh";
  if (topic === "version") return `${value}${detail ? (zh ? `（${detail}）` : ` (${detail})`) : ""}`;
  if (topic === "pilot")
    return detail ? (zh ? `未试访：${detail}` : `untried: ${detail}`) : formatNumber(value, "count", view);
  if (topic === "perfect_score" && member === "all") return zh ? `${value} 人满分` : `${value} with a perfect score`;
  const share = formatNumber(value, "share", view);
  const unfair = view.rows("survey_audit").filter((row) => row.topic === "gating" && row.member !== "all").length;
  if (topic === "gating" && member === "all" && unfair > 0)
    return zh
      ? `${share}；${unfair} 个班组挑人`
      : `${share}; ${unfair} ${unfair === 1 ? "team chooses" : "teams choose"}`;
  if (topic !== "mode" || !detail) return share;
  const ends = detail
    .split(" | ")
    .map((mode) => modeName(view, mode))
    .join(" > ");
  return zh ? `${share}（${ends}）` : `${share} (${ends})`;
}
