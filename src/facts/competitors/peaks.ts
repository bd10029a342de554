import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {brandName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber, formatSpan} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import {isMissing, isWhole} from "../months.js";
import type {ReportView} from "../view.js";

/** Months of a rival in one region that stand far above its other months there. */
export interface MentionPeak {
  readonly brand: string;
  readonly region: string;
  readonly months: readonly string[];
  readonly mentions: number;
  readonly usual: number;
}

/** Runs of months with at least twice the usual mentions of a rival in a region (exact ratio, Benjamini-Hochberg). */
export function mentionPeaks(view: ReportView): MentionPeak[] {
  const rows = view.rows("rival_mentions").filter(({dimension}) => dimension === "region");
  // What is missing of a month cannot be a peak, but a part of one can; the usual month is a whole one.
  const months = view.months.filter((month) => !isMissing(view, {metric: "rival_mentions", month}));
  const isKnown = (month: string) => isWhole(view, {metric: "rival_mentions", month});
  const cells = [...new Set(rows.map(({brand, member}) => `${brand}\n${member}`))].flatMap((key) => {
    const [brand, region] = key.split("\n") as [string, string];
    const counts = new Map(
      rows.filter((row) => row.brand === brand && row.member === region).map((row) => [row.month, row.mentions]),
    );
    const count = (month: string) => counts.get(month) ?? 0;
    const whole = months.filter(isKnown).map(count);
    // The median month is the usual one: peaks do not lift it.
    const usual = Math.max(0.5, whole.sort((a, b) => a - b)[Math.floor(whole.length / 2)] ?? 0);
    return months.map((month) => {
      const others = whole.length - (isKnown(month) ? 1 : 0);
      const beside = {events: Math.round(usual * others), exposure: Math.max(1, others)};
      return {
        brand,
        region,
        month,
        count: count(month),
        usual,
        p: rateRatio({events: count(month), exposure: 1}, beside).p,
      };
    });
  });
  const adjusted = benjaminiHochberg(cells.map(({p}) => p));
  const high = cells.filter((cell, i) => adjusted[i]! <= 0.05 && cell.count >= 5 && cell.count >= 2 * cell.usual);
  const runs: {brand: string; region: string; months: string[]; mentions: number; usual: number}[] = [];
  for (const {brand, region, month, count, usual} of high) {
    const open = runs.findLast(
      (run) => run.brand === brand && run.region === region && run.months.at(-1) === shiftMonth(month, -1),
    );
    if (open) {
      open.months.push(month);
      open.mentions += count;
    } else runs.push({brand, region, months: [month], mentions: count, usual});
  }
  return runs.sort((a, b) => b.mentions - a.mentions);
}

/** "6—9月，华南提到蓝鲸示例 84 次，平时每月 1 次" */
export function peakFinding(view: ReportView): string | undefined {
  const peak = mentionPeaks(view)[0];
  if (!peak) return undefined;
  const [first, last] = [peak.months[0]!, peak.months.at(-1)!];
  const when = formatSpan(first, last, view);
  const region = memberName(view, {dimension: "region", member: peak.region});
  const usual = formatNumber(Math.max(1, Math.round(peak.usual)), "count", view);
  const rate = formatNumber(peak.mentions / peak.months.length, "count", view);
  const count = peak.months.length;
  const each = count > 1 ? say(view, {zh: `每月 ${rate} 次，`, en: `${rate} a month, `}) : "";
  return say(view, {
    zh: `${when}，${region}提到${brandName(view, peak.brand)} ${peak.mentions} 次（${each}平时每月约 ${usual} 次）`,
    en: `${when}: ${brandName(view, peak.brand)} named ${peak.mentions} times in ${region} (${each}usually about ${usual})`,
  });
}
