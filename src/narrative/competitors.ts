import {beatenFinding} from "../facts/competitors/beaten.js";
import {betweenWaves, changes, isSureChange, trendFinding} from "../facts/competitors/changes.js";
import {mentionPeaks} from "../facts/competitors/peaks.js";
import {gapRows, mainRival} from "../facts/competitors/rows.js";
import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {say} from "../words/say.js";
import {findings} from "./findings.js";

/** Whoever is ahead of us, where that is more than the gap to the main rival tells. */
export function beatenSentence(view: ReportView): string[] {
  const others = gapRows(view).some(({brand, verdict}) => brand !== mainRival(view) && verdict === "behind");
  return others ? [`${beatenFinding(view)}${say(view, {zh: "。", en: "."})}`] : [];
}

/** One sentence on rivals: the gap to the main one, or, where we are behind others only, who they are. */
export const rivalHeadline = (view: ReportView, drawn: DrawnFigures): string[] => {
  const behindMain = gapRows(view).some(({brand, verdict}) => brand === mainRival(view) && verdict === "behind");
  const others = behindMain ? [] : beatenSentence(view);
  return others.length > 0 ? others : findings(view, drawn, ["competitor-gaps"]);
};

/** Where we stand beside rivals: gaps, their trend, and who is spoken of. */
export function competitorSentences(view: ReportView, drawn: DrawnFigures): string[] {
  const rival = mainRival(view);
  // Leads that surely shrink, and own scores that surely rise while the lead does not.
  const all = changes(view, rival);
  const sure = all.filter((row) => row.gap_change < 0 && isSureChange(row));
  const rising = all.filter((row) => !sure.includes(row) && (row.own_lo ?? 0) > 0 && row.gap_change < 0);
  return [
    ...findings(view, drawn, ["competitor-gaps"]),
    ...beatenSentence(view),
    ...findings(view, drawn, ["competitor-weighted"]),
    ...(rival
      ? [...sure.slice(0, 2), ...rising.slice(0, 1)].map(
          (change) =>
            `${trendFinding(view, {change, rival})}${betweenWaves(view, change)}${say(view, {zh: "。", en: "."})}`,
        )
      : []),
    ...findings(view, drawn, ["competitor-ranks", "competitor-brands"]),
    ...findings(view, drawn, mentionPeaks(view).length > 0 ? ["rival-mentions-trend"] : []),
    ...findings(view, drawn, ["competitor-value", "competitor-map", "rival-mentions-by", "share-of-wallet"]),
  ];
}
