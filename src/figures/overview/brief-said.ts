import type {ReportView} from "../../facts/view.js";
import {listed, say} from "../../words/say.js";
import type {Board} from "./board-shape.js";
import type {Tile} from "./tile-shape.js";

/** Sentences that a meeting hears before anything else. */
const most = 3;

/**
 * What a meeting is told of the month: what is new, then how it compares with last year. How the targets stand its title
 * says already, so that sentence is only said where there is room.
 */
export function briefSaid(view: ReportView, {said, tiles, matters}: Board): readonly string[] {
  const [news, rest] = [said.slice(0, matters.length), said.slice(matters.length)];
  return [...news, ...sinceLastYear(view, tiles), ...rest].slice(0, most);
}

/** "Against last year, clearly worse: Monthly churn, Sep 0.5% → 1.6%; the other 5 could be chance." */
function sinceLastYear(view: ReportView, tiles: readonly Tile[]): string[] {
  const compared = tiles.flatMap(({label, value, cells}) => {
    const year = cells.find(({id, mark}) => id === "year" && mark !== "");
    return year ? [{said: `${label} ${year.value} → ${value}`, isSure: year.mark !== "~", isBad: year.isBad}] : [];
  });
  if (compared.length === 0) return [];
  const sure = compared.filter(({isSure}) => isSure);
  const names = (isBad: boolean) => sure.filter((each) => each.isBad === isBad).map(({said}) => said);
  const [worse, better] = [names(true), names(false)];
  const left = compared.length - sure.length;
  const parts = [
    worse.length > 0 &&
      say(view, {zh: `明显变差：${listed(view, worse)}`, en: `clearly worse: ${listed(view, worse)}`}),
    better.length > 0 &&
      say(view, {zh: `明显变好：${listed(view, better)}`, en: `clearly better: ${listed(view, better)}`}),
    left > 0 &&
      (sure.length > 0
        ? say(view, {zh: `其余 ${left} 项可能是波动`, en: `the other${left === 1 ? "" : ` ${left}`} could be chance`})
        : say(view, {
            zh: `${left} 项都可能是波动`,
            en: left === 1 ? "could be chance" : `all ${left} could be chance`,
          })),
  ].filter(Boolean);
  return [
    say(view, {
      zh: `与去年同月比，${parts.join("；")}。`,
      en: `Against last year, ${parts.join("; ")}.`,
    }),
  ];
}
