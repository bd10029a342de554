import {lastFinalMonth} from "../../facts/churn/months.js";
import {waveFinding, waves} from "../../facts/churn/waves.js";
import {betweenWaves, changes, isSureChange, trendFinding} from "../../facts/competitors/changes.js";
import {mentionPeaks} from "../../facts/competitors/peaks.js";
import {gapRows, mainRival} from "../../facts/competitors/rows.js";
import {isMissing, isWhole, partSuffix} from "../../facts/months.js";
import {closesBoth} from "../../facts/two-months.js";
import type {ReportView} from "../../facts/view.js";
import type {DrawnFigures} from "../../figures/figure.js";
import {brandName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatInterval, formatMonthName, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import {usualText} from "../../words/usual.js";
import {evidence, findingLine, unknownLine} from "./evidence.js";
import type {Line} from "./letter.js";

/** What rivals do to us: where they are better, where a lead shrinks, who left for them, how often they are named. */
export function rivals(view: ReportView, drawn: DrawnFigures): Line[] {
  const lines = [
    ...(gapRows(view).length > 0 ? findingLine(view, drawn, {id: "competitor-gaps", page: "competitors"}) : []),
    ...shrinking(view),
    ...waveLine(view),
    ...mentions(view),
  ];
  if (lines.length > 0) return lines;
  return [
    unknownLine(view, {
      zh: "没有竞争对手名单、品牌调查或提到对手的记录",
      en: "no list of rivals, brand study or record naming one",
      href: "competitors.html",
    }),
  ];
}

/** A lead that surely shrinks. */
function shrinking(view: ReportView): Line[] {
  const rival = mainRival(view);
  const change = changes(view, rival).find((row) => row.gap_change < 0 && isSureChange(row));
  if (!rival || !change) return [];
  return [
    {
      text: `${trendFinding(view, {change, rival})}${betweenWaves(view, change)}`,
      evidence: evidence(view, {lo: change.gap_lo, hi: change.gap_hi}, "score"),
      href: "competitors.html#competitor-changes",
    },
  ];
}

/** A wave of leaving; news where it lasts up to the last month that is final. */
function waveLine(view: ReportView): Line[] {
  const [wave] = waves(view);
  const last = lastFinalMonth(view)?.month;
  if (!wave || (last !== undefined && wave.last_month < shiftMonth(last, -2))) return [];
  const where =
    wave.dimension === "all"
      ? say(view, {zh: "全公司", en: "all customers"})
      : memberName(view, {dimension: wave.dimension, member: wave.member});
  const when = monthsText(view, [wave.first_month, wave.last_month]);
  const usual = usualText(view, wave.usual);
  const times = formatInterval([wave.lo, wave.hi], "ratio", view); // none where nobody left otherwise
  return [
    {
      text: waveFinding(view, wave),
      evidence: say(view, {
        zh: `${times && `${times} 倍，`}流失 ${formatNumber(wave.lost, "count", view)} 户`,
        en: `${times && `${times} times, `}${formatNumber(wave.lost, "count", view)} lost`,
      }),
      href: "churn.html#churn-waves",
      records: "churn.html#at-risk-accounts",
      ...(wave.last_month === last
        ? {
            news: say(view, {
              zh: `${when}${where}流失 ${formatNumber(wave.lost, "count", view)} 户，平时${usual} 户`,
              en: `${where} lost ${formatNumber(wave.lost, "count", view)} customers in ${when}, usually ${usual}`,
            }),
          }
        : {}),
    },
  ];
}

/** "7—9月", "Jul–Sep" */
function monthsText(view: ReportView, [first, last]: readonly [string, string]): string {
  const [from, to] = [formatMonthName(first, view), formatMonthName(last, view)];
  if (first === last) return to;
  return say(view, {zh: `${from.replace("月", "")}—${to}`, en: `${from}–${to}`});
}

/** "10月提到蓝鲸示例 5 次，9月 29 次"; news where the month stands far above the usual one. */
function mentions(view: ReportView): Line[] {
  const {month} = view;
  if (!month || isMissing(view, {metric: "rival_mentions", month})) return [];
  const rows = view.rows("rival_mentions").filter(({dimension}) => dimension === "all");
  if (rows.length === 0) return [];
  const before = shiftMonth(month, -1);
  const count = (brand: string, each: string) =>
    rows.find((row) => row.brand === brand && row.month === each)?.mentions ?? 0;
  const brands = [...new Set(rows.map(({brand}) => brand))].sort(
    (a, b) => count(b, month) - count(a, month) || count(b, before) - count(a, before) || (a < b ? -1 : 1),
  );
  const brand = mainRival(view) ?? brands[0]!;
  const [now, then] = [count(brand, month), count(brand, before)];
  // Neither February nor January is told beside the other alone.
  const hasBefore =
    !closesBoth(view, month) &&
    view.months.includes(before) &&
    [before, month].every((each) => isWhole(view, {metric: "rival_mentions", month: each}));
  const name = brandName(view, brand);
  const past = hasBefore
    ? say(view, {
        zh: `，${formatMonthName(before, view)} ${then} 次`,
        en: `, ${then} in ${formatMonthName(before, view)}`,
      })
    : "";
  const part = partSuffix(view, {metric: "rival_mentions", month});
  const [at, n] = [`${formatMonthName(month, view)}${part}`, formatNumber(now, "count", view)];
  const peak = mentionPeaks(view).find((each) => each.brand === brand && each.months.includes(month));
  const region = peak && memberName(view, {dimension: "region", member: peak.region});
  const above = region ? say(view, {zh: `，${region}远多于平时`, en: `, in ${region} far more than usual`}) : "";
  return [
    {
      text: say(view, {
        zh: `${at}提到${name} ${n} 次${past}${above}`,
        en: `${name} named ${n} times in ${at}${past}${above}`,
      }),
      evidence: evidence(view, {n: now}, "count"),
      href: "competitors.html#rival-mentions-trend",
      records: "competitors.html#rival-mentions-listed",
      ...(peak ? {news: say(view, {zh: `${name}被提到 ${n} 次`, en: `${name} named ${n} times`})} : {}),
    },
  ];
}
