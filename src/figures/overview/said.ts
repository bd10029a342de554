import type {ReportView} from "../../facts/view.js";
import {capital} from "../../words/capital.js";
import {windowWords} from "../../words/period.js";
import {listed, say} from "../../words/say.js";
import type {Matter} from "./board-shape.js";
import type {Tile} from "./tile-shape.js";

/** Measures that have a target, those that miss it and those of which it cannot be told. */
export function judgedTiles(tiles: readonly Tile[]) {
  const all = tiles.filter(({target}) => target !== "");
  const isJudged = ({state}: Tile) => state !== "partial" && state !== "missing" && state !== "withheld";
  const judged = all.filter(isJudged);
  return {
    judged,
    /** Of a month not whole, not there or too small. */
    unjudged: all.filter((tile) => !isJudged(tile)),
    missed: judged.filter(({state}) => state === "bad" || state === "bad-year"),
    open: judged.filter(({state}) => state === "unsure" || state === "few"),
  };
}

/**
 * "4 of 8 targets missed, 3 others in a year": what the month itself misses, and what only twelve months together do;
 * "" where nothing is missed.
 */
export function missedText(
  view: ReportView,
  {judged, missed, unjudged}: Pick<ReturnType<typeof judgedTiles>, "judged" | "missed" | "unjudged">,
): string {
  const all = judged.length;
  const ofMonth = missed.filter(({state}) => state === "bad").length;
  const ofYear = missed.length - ofMonth;
  if (missed.length === 0) return "";
  // Of several targets of which only one can be judged, "the one target" would be no truth.
  if (all === 1 && ofMonth === 1)
    return say(view, {zh: "1 个目标未达标", en: unjudged.length > 0 ? "1 target missed" : "the one target missed"});
  const {zh, en} = windowWords(view);
  // Said in a title, where every letter counts.
  const long = Math.min(view.windowMonths, view.months.length) === 12 ? " in a year" : en;
  if (ofMonth === 0)
    return say(view, {
      zh: `${all} 个目标 ${ofYear} 个${zh}未达标`,
      en: `${ofYear} of ${all} targets missed${long}`,
    });
  const more =
    ofYear > 0
      ? say(view, {zh: `，另 ${ofYear} 个${zh}未达标`, en: `, ${ofYear} ${ofYear === 1 ? "other" : "others"}${long}`})
      : "";
  return say(view, {zh: `${all} 个目标 ${ofMonth} 个未达标${more}`, en: `${ofMonth} of ${all} targets missed${more}`});
}

/** The month as one would say it aloud: what matters most, with what is done about it, then how the targets stand. */
export function said(
  view: ReportView,
  {found, tiles}: {found: readonly Matter[]; tiles: readonly Tile[]},
): readonly string[] {
  const stop = say(view, {zh: "。", en: "."});
  const [comma, semicolon] = [say(view, {zh: "，", en: ", "}), say(view, {zh: "；", en: "; "})];
  const news = found.map(({said: text, act}) =>
    [text, act].filter(Boolean).join(view.language === "zh" ? comma : semicolon),
  );
  return [...news.map((text) => `${capital(text)}${stop}`), ...targets(view, tiles)];
}

/** More names than these are not heard any more. */
const mostNames = 3;

function targets(view: ReportView, tiles: readonly Tile[]): string[] {
  const {judged, missed, open, unjudged} = judgedTiles(tiles);
  if (judged.length === 0) return unjudged.length === 0 ? [] : [unjudgedText(view, unjudged.length)];
  const shown = missed.slice(0, mostNames).map(({label}) => label);
  const more = missed.length > shown.length ? say(view, {zh: "等", en: " …"}) : "";
  const names =
    missed.length > 0
      ? say(view, {zh: `（${listed(view, shown)}${more}）`, en: ` (${listed(view, shown)}${more})`})
      : "";
  const unsure =
    (open.length > 0 ? say(view, {zh: `，${open.length} 项未定`, en: `, ${open.length} too close to call`}) : "") +
    (unjudged.length > 0
      ? say(view, {
          zh: `；另 ${unjudged.length} 项数据不全，不作判断`,
          en: `; ${unjudged.length} more not judged: data incomplete`,
        })
      : "");
  if (missed.length === 0)
    return [
      say(view, {
        zh: `${judged.length} 个目标没有一个确定未达标${unsure}。`,
        en: `No target of ${judged.length} surely missed${unsure}.`,
      }),
    ];
  const text = `${capital(missedText(view, {judged, missed, unjudged}))}${names}${unsure}`;
  return [say(view, {zh: `${text}。`, en: `${text}.`})];
}

const unjudgedText = (view: ReportView, n: number): string =>
  say(view, {
    zh: `${n} 个目标数据不全，不作判断。`,
    en: `${n} ${n === 1 ? "target" : "targets"} not judged: data incomplete.`,
  });
