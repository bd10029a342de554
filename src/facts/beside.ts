import {isAcross} from "../metrics/breaks.js";
import {metricOf} from "../metrics/catalogue.js";
import {rateRatio} from "../stats/comparisons/rate-ratio.js";
import {formatMonth, formatNumber} from "../words/format.js";
import {shiftMonth} from "../words/month.js";
import {say} from "../words/say.js";
import type {Unit} from "../words/unit.js";
import {isShifted} from "./calendar.js";
import {differenceBetween, type MetricChange, metricChange, monthCompared, type TimeVerdict} from "./change.js";
import {isEstimated, metricTotal} from "./metric.js";
import {type Both, bothMonths, closesBoth, pooled} from "./two-months.js";
import type {ReportView} from "./view.js";

/** A value then, and what may be said of the way from then to now. */
export interface Then {
  readonly month: string;
  readonly value: number;
  readonly verdict: TimeVerdict;
  readonly isUp: boolean;
}

/** The month before and the same month a year before, as far as both are whole and shown. */
export interface Beside {
  readonly month?: Then;
  readonly year?: Then;
  /** January and February as one beside those of last year, in the place of January alone. */
  readonly both?: Both<number> & Pick<Then, "verdict" | "isUp">;
}

/** The report month of a metric beside last month and the same month of last year, with the same care. */
export function metricBeside(view: ReportView, metric: string): Beside {
  if (!view.month) return {};
  const to = view.month;
  const then = (by: number) => asThen(metricChange(view, {metric, from: shiftMonth(to, by), to}));
  const [month, year] = [closesBoth(view, to) ? undefined : then(-1), then(-12)];
  const both = metricBoth(view, {metric, month: to});
  return {...(month ? {month} : {}), ...(year ? {year} : {}), ...(both ? {both} : {})};
}

function metricBoth(view: ReportView, {metric, month}: {metric: string; month: string}): Beside["both"] {
  if (metricOf(metric).ages || isAcross(view, {metric, from: shiftMonth(month, -13), to: month})) return undefined;
  const found = bothMonths(view, {
    ...{metric, month, make: pooled},
    at: (each) => {
      const row = metricTotal(view, {metric, period: each});
      return row && isEstimated(row) ? row : undefined;
    },
  });
  if (!found) return undefined;
  const [after, before] = [found.now, found.before].map(({value, lo, hi}) => ({value, lo: lo!, hi: hi!})) as [
    {value: number; lo: number; hi: number},
    {value: number; lo: number; hi: number},
  ];
  const {difference, verdict} = differenceBetween(metric, {before, after});
  return {now: after.value, before: before.value, verdict, isUp: difference > 0};
}

/** A month of a rate: events over an exposure. */
export interface RateMonth {
  readonly value: number;
  readonly events: number;
  readonly exposure: number;
}

/** Smallest relative change of a rate that matters. */
const matters = 0.1;

/** The same for a rate of events: by the exact interval of the ratio of both months. */
export function rateBeside(
  view: ReportView,
  {
    metric,
    month,
    at,
    isCount = false,
  }: {
    metric: string;
    month: string;
    at: (month: string) => RateMonth | undefined;
    /** Whether the value is the number of events itself; defaults to a rate. */
    isCount?: boolean;
  },
): Beside {
  const now = at(month);
  const then = (by: number): Then | undefined => {
    const from = shiftMonth(month, by);
    const before = at(from);
    const change = now && before && !isAcross(view, {metric, from, to: month}) ? rateChange(now, before) : undefined;
    if (!before || !change) return undefined;
    return {
      ...change,
      month: from,
      value: before.value,
      ...(isShifted(view, [from, month]) ? {verdict: "shifted"} : {}),
    };
  };
  const [last, year] = [closesBoth(view, month) ? undefined : then(-1), then(-12)];
  const both = isAcross(view, {metric, from: shiftMonth(month, -13), to: month})
    ? undefined
    : bothMonths(view, {metric, month, at, make: (months) => summed(months, isCount)});
  const change = both && rateChange(both.now, both.before);
  return {
    ...(last ? {month: last} : {}),
    ...(year ? {year} : {}),
    ...(both && change ? {both: {now: both.now.value, before: both.before.value, ...change}} : {}),
  };
}

function rateChange(now: RateMonth, before: RateMonth): Pick<Then, "verdict" | "isUp"> | undefined {
  if (!(now.exposure > 0) || !(before.exposure > 0) || now.events + before.events === 0) return undefined;
  const {estimate, low, high} = rateRatio(now, before);
  const isSure = low > 1 || high < 1;
  return {
    verdict: isSure ? (Math.abs(estimate - 1) >= matters ? "clear" : "small") : "unknown",
    isUp: estimate > 1,
  };
}

/** Months of a rate as one; of a count, how many there were. */
function summed(months: readonly RateMonth[], isCount: boolean): RateMonth {
  const sum = (of: (month: RateMonth) => number) => months.reduce((total, each) => total + of(each), 0);
  const [events, exposure] = [sum((each) => each.events), sum((each) => each.exposure)];
  return {events, exposure, value: isCount ? events : sum((each) => each.value * each.exposure) / exposure};
}

const asThen = (change: MetricChange | undefined): Then | undefined =>
  change && {month: change.from, value: change.before, verdict: change.verdict, isUp: change.difference > 0};

/** "（上月 90.4%，去年同月 90.6%）": the numbers alone, where nothing is judged; "" where there is none. */
export function numbersBeside(
  view: ReportView,
  {month, year}: {readonly month?: Known | undefined; readonly year?: Known | undefined},
  {unit}: {unit: Unit},
): string {
  const numbers = [
    ...(month ? [`${monthCompared(view, month.month)} ${formatNumber(month.value, unit, view)}`] : []),
    ...(year ? [`${yearAgo(view, year.month)} ${formatNumber(year.value, unit, view)}`] : []),
  ];
  if (numbers.length === 0) return "";
  return say(view, {zh: `（${numbers.join("，")}）`, en: ` (${numbers.join(", ")})`});
}

type Known = Pick<Then, "month" | "value">;

/** "（上月 90.4%，去年同月 90.6%），可能是波动": both numbers, then what is sure; "" where there is nothing beside it. */
export function besideText(view: ReportView, {month, year}: Beside, {unit}: {unit: Unit}): string {
  const numbers = numbersBeside(view, {month, year}, {unit});
  if (numbers === "") return "";
  const said = [...monthSaid(view, {month, year}), ...yearSaid(view, year)];
  const comma = say(view, {zh: "，", en: ", "});
  return say(view, {
    zh: `${numbers}，${said.join(comma)}`,
    en: `${numbers}, ${said.join(comma)}`,
  }).replace(/[,，] ?$/, "");
}

/** "1—2月合计 90.1%（去年同期 91.2%），可能是波动": both months as one, in a February; "" otherwise. */
export function bothText(view: ReportView, {both}: Beside, {unit}: {unit: Unit}): string {
  if (!both) return "";
  const [now, then] = [both.now, both.before].map((value) => formatNumber(value, unit, view));
  const said = {month: "", value: both.before, ...both};
  const verdict = isSure(said)
    ? say(view, {
        zh: `比去年同期${both.verdict === "clear" ? "明显" : "略"}${both.isUp ? "高" : "低"}`,
        en: `${both.verdict === "clear" ? "clearly" : "slightly"} ${both.isUp ? "above" : "below"} last year`,
      })
    : unsure(view, both.verdict);
  return say(view, {
    zh: `1—2月合计 ${now}（去年同期 ${then}），${verdict}`,
    en: `January and February together ${now} (last year ${then}), ${verdict}`,
  });
}

/** The same for a metric of the catalogue. */
export const metricBesideText = (view: ReportView, metric: string): string =>
  besideText(view, metricBeside(view, metric), {unit: metricOf(metric).unit});

/** January and February of a metric as one; nothing in other months. */
export const metricBothText = (view: ReportView, metric: string): string[] =>
  [bothText(view, metricBeside(view, metric), {unit: metricOf(metric).unit})].filter(Boolean);

const yearAgo = (view: ReportView, month: string): string => say(view, {zh: "去年同月", en: formatMonth(month, view)});

const isSure = (then: Then | undefined): boolean => then?.verdict === "clear" || then?.verdict === "small";

function monthSaid(view: ReportView, {month: before, year: then}: Beside): string[] {
  const [month, year] = [before, then].map((each) => (each?.verdict === "shifted" ? undefined : each));
  if (!month) return year && !isSure(year) ? [unsure(view, year.verdict)] : [];
  const name = monthCompared(view, month.month);
  const {isUp, verdict} = month;
  if (verdict === "clear")
    return [
      say(view, {zh: `较${name}明显${isUp ? "上升" : "下降"}`, en: `clearly ${isUp ? "up" : "down"} on ${name}`}),
    ];
  if (verdict === "small")
    return [say(view, {zh: `较${name}略${isUp ? "升" : "降"}`, en: `slightly ${isUp ? "up" : "down"} on ${name}`})];
  return isSure(year) ? [] : [unsure(view, verdict)];
}

const unsure = (view: ReportView, verdict: TimeVerdict): string =>
  verdict === "none" ? say(view, {zh: "基本持平", en: "steady"}) : say(view, {zh: "可能是波动", en: "could be chance"});

function yearSaid(view: ReportView, year: Then | undefined): string[] {
  if (!year || !isSure(year)) return [];
  const size = year.verdict === "clear" ? {zh: "明显", en: "clearly"} : {zh: "略", en: "slightly"};
  return [
    say(view, {
      zh: `比去年同月${size.zh}${year.isUp ? "高" : "低"}`,
      en: `${size.en} ${year.isUp ? "above" : "below"} ${formatMonth(year.month, view)}`,
    }),
  ];
}
