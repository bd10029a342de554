import {missingNow, partialNow, unsent} from "../../facts/quality/lacking.js";
import {doubts} from "../../facts/quality/notices.js";
import type {ReportView} from "../../facts/view.js";
import type {DrawnFigures} from "../../figures/figure.js";
import type {Board} from "../../figures/overview/board-shape.js";
import {capital, inside} from "../../words/capital.js";
import {formatMonth, formatMonthName} from "../../words/format.js";
import {say} from "../../words/say.js";
import {flaws} from "./flaws.js";
import {focus} from "./focus.js";
import {hotSpots} from "./hot.js";
import type {Letter, Line, Part, PartId} from "./letter.js";
import {needs} from "./needs.js";
import {nextSteps} from "./next.js";
import {rivals} from "./rivals.js";

const names: Readonly<Record<PartId, {readonly zh: string; readonly en: string}>> = {
  hot: {zh: "热点", en: "Hot spots"},
  flaws: {zh: "缺陷", en: "Flaws"},
  focus: {zh: "焦点", en: "Concerns"},
  needs: {zh: "需求", en: "Needs"},
  rivals: {zh: "竞争对手", en: "Rivals"},
};

/** The monthly report in five parts; on top what is surely new, at the end what to do. */
export function monthlyReport(view: ReportView, {drawn, board}: {drawn: DrawnFigures; board: Board}): Letter {
  const tiles = [...board.tiles, ...board.further];
  const lines: readonly (readonly [PartId, readonly Line[]])[] = [
    ["hot", hotSpots(view, tiles)],
    ["flaws", flaws(view)],
    ["focus", focus(view, {drawn, tiles})],
    ["needs", needs(view)],
    ["rivals", rivals(view, drawn)],
  ];
  const leading = ({records, ...line}: Line): Line => (records && view.lists !== false ? {...line, records} : line);
  const parts = lines.map(([id, found]): Part => ({id, name: say(view, names[id]), lines: found.map(leading)}));
  return {
    title: title(view),
    lacks: [...unsent(view), ...missingNow(view), ...partialNow(view), ...doubts(view)].map(({text}) => text),
    first: first(view, {parts, board}),
    parts,
    next: nextSteps(view, drawn),
  };
}

const title = (view: ReportView): string =>
  say(view, {
    zh: view.month ? `${formatMonthName(view.month, view)}客服月报` : "客服报告",
    en: view.month ? `Service report, ${formatMonth(view.month, view)}` : "Service report",
  });

/** What is new, bad or good, and how many targets are missed; else what the overview calls worse, that the two agree. */
function first(view: ReportView, {parts, board}: {parts: readonly Part[]; board: Board}): string[] {
  const news = parts.flatMap(({lines}) => lines.flatMap((line) => (line.news === undefined ? [] : [line.news])));
  const said = [...news, board.missed].filter(Boolean);
  if (said.length > 0) return said;
  const worse = board.changed.find(({direction}) => direction === "worse")?.lines ?? [];
  if (worse.length > 0) return worse.map(({text}) => inside(text));
  const {month, months} = view;
  if (month && months.length > 0 && months.every((each) => each >= month))
    return [
      say(view, {zh: "第一个月的记录，还无从比较", en: "the first month of records: nothing to compare with yet"}),
    ];
  return [say(view, {zh: "没有可断定的新情况", en: "nothing surely new"})];
}

const stop = (view: Pick<ReportView, "language">): string => say(view, {zh: "。", en: "."});
/** A part as it is said in one breath, its sentences closed. */
export const partText = (view: Pick<ReportView, "language">, {lines}: Part): string =>
  lines.map(({text}) => `${capital(text)}${stop(view)}`).join(view.language === "zh" ? "" : " ");

/** The report as sentences for slides and the summary, a part a paragraph. */
export function letterSentences(view: Pick<ReportView, "language">, letter: Letter): string[] {
  const colon = say(view, {zh: "：", en: ": "});
  return [
    `${say(view, {zh: "先看", en: "First"})}${colon}${letter.first.join(say(view, {zh: "；", en: "; "}))}${stop(view)}`,
    ...letter.parts.map((part) => `${part.name}${colon}${partText(view, part)}`),
    ...(letter.next ? [`${say(view, {zh: "请办", en: "Next"})}${colon}${capital(letter.next)}${stop(view)}`] : []),
  ];
}

/** The report as text for mail or chat: what is said, then on what it rests. */
export function letterText(view: Pick<ReportView, "language">, letter: Letter): string {
  const colon = say(view, {zh: "：", en: ": "});
  const [opening, ...rest] = letterSentences(view, letter);
  const numbered = rest.map((text, index) => (index < letter.parts.length ? `${index + 1} ${text}` : text));
  const bases = letter.parts.flatMap(({name, lines}, index) => {
    const said = lines.flatMap(({evidence}) => (evidence ? [evidence] : []));
    return said.length > 0 ? [`${index + 1} ${name}${colon}${said.join(say(view, {zh: "；", en: "; "}))}`] : [];
  });
  const head = say(view, {zh: `【${letter.title}】`, en: letter.title});
  const basis = bases.length > 0 ? ["", say(view, {zh: "依据", en: "Evidence"}), ...bases] : [];
  return `${[head, ...letter.lacks, opening, ...numbered, ...basis].join("\n")}\n`;
}
