import {finalPeriodName} from "../../facts/churn/period.js";
import {waveAnswer, waveFinding, waves} from "../../facts/churn/waves.js";
import {isMissing} from "../../facts/months.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {lastBreak, type Mark} from "../../metrics/breaks.js";
import {brandName, causeName} from "../../words/codes.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingLosses} from "../forms/missing.js";
import {column, limitColumns, tableFigure} from "../forms/table.js";

/** Stretches of months in which a kind of customer left far more often than usual. */
export function churnWavesTable(view: ReportView): FigureOrMissing {
  const id = "churn-waves";
  const zh = view.language === "zh";
  if (view.rows("churn_by_month").length < 9)
    return missingLosses(view, {
      id,
      needs: ["contracts"],
      shows: {zh: "集中流失的时段与客户群", en: "months and groups that left together"},
    });
  const rows = [...view.rows("churn_waves")].sort((a, b) => b.gain - a.gain);
  const [first] = waves(view);
  const since = brokenInYear(view);
  return tableFigure(view, {
    id,
    title: first ? waveFinding(view, first) : noWave(view, since),
    subtitle: zh
      ? "每类客户中流失最集中的一段（至多六个月），与其自身其他月份及同期其他客户相比"
      : "For each kind of customer its densest stretch (up to six months), beside its own other months and the others then",
    n: rows.reduce((sum, {lost}) => sum + lost, 0),
    method: zh
      ? "扫描统计量（Poisson 似然比）；所有时段与客户群作 Bonferroni 校正"
      : "scan statistic (Poisson likelihood ratio), Bonferroni over all stretches and groups",
    marts: ["churn_waves", "churn_wave_answers"],
    metrics: ["churn_rate"],
    ...(first ? {worked: waveSums(view, first)} : {}),
    notes: [
      ...searchedSince(view, since),
      zh
        ? "同一场流失会在多个维度里出现；与“同期其他客户”之比最高的一行最说明问题。"
        : "One wave shows in several dimensions; the row that stands out most from “others then” says where it was.",
    ],
    columns: [
      column("by", zh ? "按" : "By"),
      column("member", zh ? "客户群" : "Group"),
      column("first", zh ? "从" : "From", "month"),
      column("last", zh ? "到" : "To", "month"),
      column("lost", zh ? "流失" : "Lost", "count"),
      column("customer_months", zh ? "客户月" : "Customer-months", "count"),
      column("usual", zh ? "平时应有" : "Usual", "ratio"),
      column("ratio", zh ? "倍数" : "Times", "ratio"),
      ...limitColumns(view, "ratio"),
      column("p_adjusted", zh ? "p（校正后）" : "p (adjusted)", "p"),
      column("elsewhere", zh ? "÷ 同期其他客户" : "÷ others then", "ratio"),
    ],
    rows: rows.map((row) => [
      dimensionName(view, row.dimension),
      memberName(view, {dimension: row.dimension, member: row.member}),
      row.first_month,
      row.last_month,
      row.lost,
      row.customer_months,
      row.usual,
      row.ratio,
      row.lo,
      row.hi,
      row.p_adjusted,
      row.elsewhere_ratio,
    ]),
  });
}

/** From when on losses were counted otherwise, where that is in the last twelve months. */
function brokenInYear(view: ReportView): Mark | undefined {
  const {month = ""} = view;
  const broken = lastBreak(view, {metric: "churn_rate", through: month});
  return broken && broken.category > shiftMonth(month, -11) ? broken : undefined;
}

function noWave(view: ReportView, since: Mark | undefined): string {
  const [zh, en] = ["没有集中流失的时段", "No stretch of months stands out"];
  if (isMissing(view, {metric: "churn_rate", month: view.month ?? ""}))
    return say(view, {zh: `${zh}（${finalPeriodName(view)}）`, en: `${en} (${finalPeriodName(view)})`});
  if (!since) return say(view, {zh: `最近十二个月${zh}`, en: `${en} in the last twelve`});
  const month = formatMonth(since.category, view);
  return say(view, {zh: `${month}起${zh}`, en: `${en} since ${month}`});
}

function searchedSince(view: ReportView, since: Mark | undefined): string[] {
  if (!since) return [];
  const month = formatMonth(since.category, view);
  return [
    say(view, {
      zh: `${month}起口径不同（${since.label}），只在那以后的月份里找。`,
      en: `Counted otherwise from ${month} (${since.label}): only the months since are searched.`,
    }),
  ];
}

/** How often it lost as many as usual, and what those said who were interviewed. */
function waveSums(view: ReportView, wave: Row<"churn_waves">): string[] {
  const asked = waveAnswer(view, {wave, kind: "interviewed"});
  const count = (value: number) => formatNumber(value, "count", view);
  const said = (["destination", "category"] as const).flatMap((kind) => {
    const most = waveAnswer(view, {wave, kind});
    if (!asked || !most) return [];
    const name = kind === "destination" ? brandName(view, most.code) : causeName(view, most.code);
    const sum = `${count(most.customers)} ÷ ${count(asked.customers)} = ${formatNumber(most.customers / asked.customers, "share", view)}`;
    return [say(view, {zh: `受访者中说${name}的：${sum}`, en: `Of those interviewed, ${name}: ${sum}`})];
  });
  if (wave.ratio === null) return said;
  const times = `${count(wave.lost)} ÷ ${formatNumber(wave.usual, "ratio", view)} = ${formatNumber(wave.ratio, "points", view).replace("+", "")}`;
  return [say(view, {zh: `流失户数 ÷ 平时应有：${times}`, en: `Lost ÷ usual: ${times}`}), ...said];
}
