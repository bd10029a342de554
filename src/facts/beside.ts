import {metricOf} from "../metrics/catalogue.js";
import {rateRatio} from "../stats/comparisons/rate-ratio.js";
import type {Verdict} from "../stats/comparisons/verdict.js";
import {formatMonth, formatNumber} from "../words/format.js";
import {shiftMonth} from "../words/month.js";
import {say} from "../words/say.js";
import type {Unit} from "../words/unit.js";
import {type MetricChange, metricChange, monthCompared} from "./change.js";
import type {ReportView} from "./view.js";

/** A value then, and what may be said of the way from then to now. */
export interface Then {
  readonly month: string;
  readonly value: number;
  readonly verdict: Verdict;
  readonly isUp: boolean;
}

/** The month before and the same month a year before, as far as both are whole and shown. */
export interface Beside {
  readonly month?: Then;
  readonly year?: Then;
}

/** The report month of a metric beside last month and the same month of last year, with the same care. */
export function metricBeside(view: ReportView, metric: string): Beside {
  if (!view.month) return {};
  const to = view.month;
  const then = (by: number) => asThen(metricChange(view, {metric, from: shiftMonth(to, by), to}));
  const [month, year] = [then(-1), then(-12)];
  return {...(month ? {month} : {}), ...(year ? {year} : {})};
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
export function rateBeside(month: string, at: (month: string) => RateMonth | undefined): Beside {
  const now = at(month);
  const then = (by: number): Then | undefined => {
    const from = shiftMonth(month, by);
    const before = at(from);
    if (!now || !before || !(now.exposure > 0) || !(before.exposure > 0) || now.events + before.events === 0)
      return undefined;
    const {estimate, low, high} = rateRatio(now, before);
    const isSure = low > 1 || high < 1;
    return {
      month: from,
      value: before.value,
      verdict: isSure ? (Math.abs(estimate - 1) >= matters ? "clear" : "small") : "unknown",
      isUp: estimate > 1,
    };
  };
  const [last, year] = [then(-1), then(-12)];
  return {...(last ? {month: last} : {}), ...(year ? {year} : {})};
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

/** The same for a metric of the catalogue. */
export const metricBesideText = (view: ReportView, metric: string): string =>
  besideText(view, metricBeside(view, metric), {unit: metricOf(metric).unit});

const yearAgo = (view: ReportView, month: string): string => say(view, {zh: "去年同月", en: formatMonth(month, view)});

const isSure = (then: Then | undefined): boolean => then?.verdict === "clear" || then?.verdict === "small";

function monthSaid(view: ReportView, {month, year}: Beside): string[] {
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

const unsure = (view: ReportView, verdict: Verdict): string =>
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
