import {beatenFinding} from "../facts/competitors/beaten.js";
import {changes, isSureChange, trendFinding} from "../facts/competitors/changes.js";
import {mentionPeaks} from "../facts/competitors/peaks.js";
import {gapRows, mainRival} from "../facts/competitors/rows.js";
import type {ReportView} from "../facts/view.js";
import {competitorBrands} from "../figures/competitors/brands.js";
import {competitorGaps} from "../figures/competitors/gaps.js";
import {competitorMap} from "../figures/competitors/map.js";
import {rivalMentionsBy, rivalMentionsTrend} from "../figures/competitors/mentions.js";
import {competitorRanks} from "../figures/competitors/ranks.js";
import {competitorValue} from "../figures/competitors/value.js";
import {shareOfWallet} from "../figures/competitors/wallet.js";
import {competitorWeighted} from "../figures/competitors/weighted.js";
import {say} from "../words/say.js";
import {findings} from "./findings.js";

/** Whoever is ahead of us, where that is more than the gap to the main rival tells. */
export function beatenSentence(view: ReportView): string[] {
  const others = gapRows(view).some(({brand, verdict}) => brand !== mainRival(view) && verdict === "behind");
  return others ? [`${beatenFinding(view)}${say(view, {zh: "。", en: "."})}`] : [];
}

/** One sentence on rivals: the gap to the main one, or, where we are behind others only, who they are. */
export const rivalHeadline = (view: ReportView): string[] => {
  const behindMain = gapRows(view).some(({brand, verdict}) => brand === mainRival(view) && verdict === "behind");
  const others = behindMain ? [] : beatenSentence(view);
  return others.length > 0 ? others : findings(view, [competitorGaps(view)]);
};

/** Where we stand beside rivals: gaps, their trend, and who is spoken of. */
export function competitorSentences(view: ReportView): string[] {
  const rival = mainRival(view);
  // Leads that surely shrink, and own scores that surely rise while the lead does not.
  const all = changes(view, rival);
  const sure = all.filter((row) => Number(row.gap_change) < 0 && isSureChange(row));
  const rising = all.filter((row) => !sure.includes(row) && Number(row.own_lo) > 0 && Number(row.gap_change) < 0);
  return [
    ...findings(view, [competitorGaps(view)]),
    ...beatenSentence(view),
    ...findings(view, [competitorWeighted(view)]),
    ...(rival
      ? [...sure.slice(0, 2), ...rising.slice(0, 1)].map(
          (change) => `${trendFinding(view, {change, rival})}${say(view, {zh: "。", en: "."})}`,
        )
      : []),
    ...findings(view, [competitorRanks(view), competitorBrands(view)]),
    ...findings(view, mentionPeaks(view).length > 0 ? [rivalMentionsTrend(view)] : []),
    ...findings(view, [competitorValue(view), competitorMap(view), rivalMentionsBy(view), shareOfWallet(view)]),
  ];
}
