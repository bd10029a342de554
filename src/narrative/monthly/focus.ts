import {metricBesideText, metricBothText} from "../../facts/beside.js";
import {isKnown} from "../../facts/known.js";
import {metricTotal} from "../../facts/metric.js";
import {risingKinds} from "../../facts/monthly/needs.js";
import {isMissing} from "../../facts/months.js";
import {auditRows} from "../../facts/quality/audit.js";
import {driverRows} from "../../facts/satisfaction/drivers.js";
import type {ReportView} from "../../facts/view.js";
import type {DrawnFigures} from "../../figures/figure.js";
import type {Tile} from "../../figures/overview/tile-shape.js";
import {metricOf} from "../../metrics/catalogue.js";
import {groupName, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {listed, say} from "../../words/say.js";
import {usualText} from "../../words/usual.js";
import {clearlyWorse} from "../metric.js";
import {mixSentence} from "../mix.js";
import {evidence, findingLine, targetText, unknownLine} from "./evidence.js";
import type {Line} from "./letter.js";
import {hasMoved, movedLines} from "./moved.js";

const page = "satisfaction.html";

/** What customers care about: how many are dissatisfied and who, what it goes with, what they ask about more than before. */
export function focus(view: ReportView, {drawn, tiles}: {drawn: DrawnFigures; tiles: readonly Tile[]}): Line[] {
  const {month} = view;
  const href = `${page}#dissatisfied-trend`;
  const noSurveys =
    !view.entities.has("surveys") || (month !== undefined && isMissing(view, {metric: "surveys", month}));
  const lines = [
    ...(noSurveys
      ? [unknownLine(view, {zh: "未收到问卷", en: "no surveys received", href})]
      : dissatisfied(view, tiles)),
    ...(driverRows(view).length > 0 ? findingLine(view, drawn, {id: "drivers", page: "satisfaction"}) : []),
    ...worstChannels(view),
    ...movedLines(view, [
      {metric: "csat", href: `${page}#csat-trend`},
      {metric: "nps", href: `${page}#nps-trend`},
      {metric: "ces", href: `${page}#nps-trend`},
    ]),
    ...mixLine(view),
    ...askedMore(view),
    ...caution(view),
  ];
  if (lines.length > 0) return lines;
  return [
    {
      text: say(view, {zh: "看不出客户关注的变化", en: "no change in what customers care about can be told"}),
      evidence: "",
      href,
    },
  ];
}

/** "不满意率 11.5%（上月 9.1%，去年同月 8.3%），可能是波动；目标 8.0%，达标未定" */
function dissatisfied(view: ReportView, tiles: readonly Tile[]): Line[] {
  const row = metricTotal(view, {metric: "bottom_box", period: view.month ?? "window"});
  if (!isKnown(row, "value")) return [];
  const {unit} = metricOf("bottom_box");
  const value = formatNumber(row.value, unit, view);
  const target = targetText(view, {tiles, id: "bottom_box"});
  const both = view.month
    ? metricBothText(view, "bottom_box").map((text) => say(view, {zh: `；${text}`, en: `; ${text}`}))
    : [];
  const compared = view.month ? `${metricBesideText(view, "bottom_box")}${both.join("")}` : "";
  const said = say(view, {zh: `不满意率 ${value}`, en: `${value} dissatisfied`});
  return [
    {
      text: `${said}${compared}${target}`,
      evidence: evidence(view, row, unit),
      href: `${page}#dissatisfied-trend`,
      ...(hasMoved(view, "bottom_box") !== undefined ? {news: said} : {}),
    },
  ];
}

/** A fall that comes of who answered this month is said beside it, before anybody looks for another cause. */
const mixLine = (view: ReportView): Line[] =>
  mixSentence(view, view.month ? [view.month] : []).map((text) => ({
    text: text.replace(/[。.]$/, ""),
    evidence: "",
    href: `${page}#csat-trend`,
  }));

/** The channels with clearly more dissatisfied than the others, two at most. */
function worstChannels(view: ReportView): Line[] {
  const worse = clearlyWorse(view, {metric: "bottom_box", dimensions: ["channel"]});
  const [first] = worse;
  if (!first) return [];
  const share = (value: number | null) => formatNumber(value, "share", view);
  const names = worse.slice(0, 2).map((row) => `${groupName(view, row)} ${share(row.value)}`);
  const more =
    worse.length > 2 ? say(view, {zh: `等 ${worse.length} 个渠道`, en: ` and ${worse.length - 2} more`}) : "";
  return [
    {
      text: say(view, {
        zh: `近 ${view.windowMonths} 个月不满意多的是${listed(view, names)}${more}；${groupName(view, first)}以外 ${share(first.rest)}`,
        en: `over ${view.windowMonths} months clearly more dissatisfied: ${listed(view, names)}${more}; ${share(first.rest)} outside ${groupName(view, first)}`,
      }),
      evidence: evidence(view, first, "share"),
      href: `${page}#dissatisfied-by-segment`,
    },
  ];
}

const typeNames: Readonly<Record<string, Readonly<Record<"zh" | "en", string>>>> = {
  inquiry: {zh: "咨询", en: "inquiries"},
  repair: {zh: "报修", en: "repairs"},
  incident: {zh: "故障", en: "incidents"},
};

/** Inquiries and repairs surely above their own past. */
const askedMore = (view: ReportView): Line[] =>
  risingKinds(view)
    .slice(0, 2)
    .map(({ticketType, category, now, before, months, isNew}) => {
      const type = say(view, typeNames[ticketType] ?? {zh: "其他工单", en: "other tickets"});
      const name = memberName(view, {dimension: "category", member: category});
      const usual = usualText(view, before / Math.max(1, months));
      const text = isNew
        ? say(view, {zh: `${type}里新出现“${name}” ${now} 件`, en: `new among ${type}: “${name}”, ${now}`})
        : say(view, {
            zh: `${type}“${name}”${now} 件，平时${usual} 件`,
            en: `${type} “${name}”: ${now}, usually ${usual}`,
          });
      return {text, evidence: evidence(view, {n: now}, "count"), href: "monthly.html#month-kinds", news: text};
    });

/** Whether the scores can be trusted; who is at fault stands in the table alone. */
function caution(view: ReportView): Line[] {
  const red = auditRows(view).filter(({light, member}) => light === "red" && member === "all").length;
  if (red === 0) return [];
  return [
    {
      text: say(view, {
        zh: `分数打折扣看：问卷检查有 ${red} 项不合格`,
        en: `treat the scores with caution: ${red} ${red === 1 ? "check" : "checks"} of the survey failed`,
      }),
      evidence: "",
      href: "data-quality.html#survey-audit",
    },
  ];
}
