import {lastBreak} from "../metrics/breaks.js";
import type {LimitStatus} from "../stats/series/control-chart.js";
import {laneyChart} from "../stats/series/laney-chart.js";
import {isRunRule, type RunRule, runRules} from "../stats/series/run-rules.js";
import {leastForSeason, seasonAdjust, sureSeason} from "../stats/series/season-adjust.js";
import {type ShiftSignal, shiftSignal} from "../stats/series/shift-signal.js";
import {xmrChart} from "../stats/series/xmr-chart.js";
import {formatInterval, formatMonth, formatNumber} from "../words/format.js";
import {say} from "../words/say.js";
import type {Unit} from "../words/unit.js";
import {metricRows} from "./metric.js";
import type {ReportView} from "./view.js";

/** A month as a control chart takes it; null where nothing whole is known of it. */
interface Period {
  readonly month: string;
  readonly value: number | null;
  readonly events: number;
  readonly exposure: number;
}

/** A month outside its limits, or where a chosen rule fires. */
export interface Signal {
  readonly month: string;
  readonly value: number;
  readonly limit: number;
  readonly side: "above" | "below";
  readonly rule: RunRule;
}

export interface Signals {
  /** XmR: single values · p, u: shares and rates · widened where months vary more than chance (Laney). */
  readonly chart: "XmR" | "p" | "p′" | "u" | "u′";
  readonly status: LimitStatus;
  readonly months: number;
  readonly lower: number;
  readonly upper: number;
  /** The limits of each month that is held against them. */
  readonly limits: readonly {readonly month: string; readonly lower: number; readonly upper: number}[];
  readonly found: readonly Signal[];
  readonly shift: ShiftSignal;
  /** The limits go with the season, which is told for sure. */
  readonly isSeasonal: boolean;
  /** The dated note that the limits begin with. */
  readonly phase?: {readonly month: string; readonly label: string};
}

/** Limits are set by the first months and frozen. */
const baseline = 20;

/** What a monthly series tells beyond chance; undefined below twelve months, where no limits can be drawn. */
export function signalsOf(
  view: ReportView,
  {
    periods,
    kind,
    metric,
    per = 1,
  }: {
    periods: readonly Period[];
    kind: "share" | "rate" | "value";
    metric: string;
    /** What a rate is counted per; defaults to 1. */
    per?: number;
  },
): Signals | undefined {
  // Limits of what was measured otherwise say nothing.
  const broken = lastBreak(view, {metric, through: periods.at(-1)?.month ?? ""});
  const phase = broken && {month: broken.category, label: broken.label};
  const own = periods.filter(({month}) => phase === undefined || month >= phase.month);
  const known = own.filter(({value}) => value !== null);
  if (known.length < 12) return undefined;
  const values = own.map(({value}) => value ?? Number.NaN);
  const season = seasonOf(own, kind);
  const adjusted = season?.map(({value, effect}) => value - effect);
  const made = season
    ? {...seasonalChart(season, kind), laney: false}
    : kind === "value"
      ? {...xmrChart(values, {baseline}), laney: false}
      : laneyChart(
          own.map(({value, events, exposure}) => (value === null ? {events: 0, exposure: 0} : {events, exposure})),
          {kind: kind === "share" ? "p" : "u", baseline},
        );
  if (made.status === "run") return undefined;
  const points = made.points.map((point, at) => ({
    month: own[at]!.month,
    value: point.value * per,
    centre: point.centre * per,
    lower: point.lower * per,
    upper: point.upper * per,
  }));
  const last = points.findLast(({value}) => !Number.isNaN(value))!;
  const letter = kind === "share" ? "p" : "u";
  return {
    chart: kind === "value" || season ? "XmR" : made.laney ? `${letter}′` : letter,
    status: made.status,
    months: Math.min(baseline, known.length),
    lower: last.lower,
    upper: last.upper,
    limits: points.filter(({value}) => !Number.isNaN(value)).map(({month, lower, upper}) => ({month, lower, upper})),
    found: foundIn(points, (view.signalRules ?? []).filter(isRunRule)),
    shift: shiftSignal(adjusted ?? values.filter((value) => !Number.isNaN(value))),
    isSeasonal: season !== undefined,
    ...(phase ? {phase} : {}),
  };
}

interface Seasonal {
  readonly value: number;
  /** What its month of the year adds. */
  readonly effect: number;
}

/** Months with what the season does to them, where 36 whole ones in a row allow it and one is sure. */
function seasonOf(periods: readonly Period[], kind: "share" | "rate" | "value"): Seasonal[] | undefined {
  if (periods.length < leastForSeason || periods.some(({value}) => value === null)) return undefined;
  const values = periods.map(({value, events, exposure}) => (kind === "value" ? value! : events / exposure));
  const {effects, p} = seasonAdjust(values);
  return p > sureSeason ? undefined : values.map((value, at) => ({value, effect: effects[at % 12]!}));
}

/** Limits of single values without the season, which is put back: a December is held against Decembers. */
function seasonalChart(months: readonly Seasonal[], kind: "share" | "rate" | "value") {
  const made = xmrChart(
    months.map(({value, effect}) => value - effect),
    {baseline},
  );
  const [least, most] = {share: [0, 1], rate: [0, Infinity], value: [-Infinity, Infinity]}[kind] as [number, number];
  const points = made.points.map(({centre, lower, upper}, at) => {
    const {value, effect} = months[at]!;
    const [low, high] = [Math.max(least, lower + effect), Math.min(most, upper + effect)];
    return {value, centre: centre + effect, lower: low, upper: high};
  });
  return {...made, points};
}

interface Point {
  readonly month: string;
  readonly value: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** Beyond the limits, and where the rules chosen besides fire; each month once. */
function foundIn(points: readonly Point[], rules: readonly RunRule[]): Signal[] {
  const known = points.filter(({value}) => !Number.isNaN(value));
  const z = known.map(({value, centre, upper}) => (value - centre) / ((upper - centre) / 3));
  const {positions} = runRules(z, {rules: ["beyond_3_sigma", ...rules]});
  const fired = new Map<number, RunRule>();
  for (const [rule, places] of Object.entries(positions))
    for (const place of places ?? []) if (!fired.has(place)) fired.set(place, rule as RunRule);
  // A limit may stand at 0 or 1, nearer than three sigma.
  known.forEach(({value, lower, upper}, at) => {
    if (value < lower || value > upper) fired.set(at + 1, "beyond_3_sigma");
  });
  return [...fired]
    .sort(([one], [other]) => one - other)
    .map(([place, rule]) => {
      const {month, value, centre, lower, upper} = known[place - 1]!;
      const side = value > centre ? ("above" as const) : ("below" as const);
      return {month, value, limit: side === "above" ? upper : lower, side, rule};
    });
}

/** The months of a metric as a control chart takes them. */
export function metricPeriods(view: ReportView, metric: string): Period[] {
  return metricRows(view, {metric, dimension: "all"})
    .filter(({period}) => period !== "window")
    .map(({period, value, n, n_eff, positive, plain, state}) => {
      const isWhole = (state === "complete" || state === "late") && value !== null && n !== null;
      // Weighted answers are worth as many plain ones as their effective number.
      if (plain !== null && isWhole) return {month: period, value, events: value * (n_eff ?? n), exposure: n_eff ?? n};
      return {month: period, value: isWhole ? value : null, events: positive ?? 0, exposure: isWhole ? n : 0};
    });
}

/** "信号：① 2026年3月 84.2%，低于下限 86.0%。控制限 …" – or that there is none; nothing where no limits can be drawn. */
export function signalNotes(view: ReportView, signals: Signals | undefined, unit: Unit): string[] {
  if (!signals) return [];
  const {found, chart, months, status, lower, upper, shift, phase, isSeasonal} = signals;
  const text = (value: number) => formatNumber(value, unit, view);
  const limits = formatInterval([lower, upper], unit, view);
  const basis = say(view, {
    zh: `${isSeasonal ? "随季节的控制限，最近一月" : "控制限"} ${limits}（${chart} 图，按${phase ? `${formatMonth(phase.month, view)}起` : ""}前 ${months} 个月${isSeasonal ? "，去季节后" : ""}${status === "provisional" ? "，暂定" : ""}）`,
    en: `limits ${isSeasonal ? "that go with the season, last month " : ""}${limits} (${chart} chart, first ${months} months${phase ? ` from ${formatMonth(phase.month, view)}` : ""}${isSeasonal ? ", the season apart" : ""}${status === "provisional" ? ", provisional" : ""})`,
  });
  const told = found.map((signal, at) => {
    const beyond = signal.rule === "beyond_3_sigma";
    const side = {
      above: say(view, {
        zh: beyond ? `高于上限 ${text(signal.limit)}` : "偏高",
        en: beyond ? `above ${text(signal.limit)}` : "high",
      }),
      below: say(view, {
        zh: beyond ? `低于下限 ${text(signal.limit)}` : "偏低",
        en: beyond ? `below ${text(signal.limit)}` : "low",
      }),
    }[signal.side];
    return `${signalMark(at)} ${formatMonth(signal.month, view)} ${text(signal.value)}${say(view, {zh: `，${side}`, en: `, ${side}`})}`;
  });
  const moved = shift.signal
    ? [
        say(view, {
          zh: `水平有移动：最长连续 ${shift.longest_run} 个月在中线同一侧，穿过中线 ${shift.crossings} 次。`,
          en: `The level has shifted: up to ${shift.longest_run} months running on one side of the centre, crossed ${shift.crossings} times.`,
        }),
      ]
    : [];
  const first =
    told.length > 0
      ? say(view, {
          zh: `信号：${told.join("；")}。${basis}，其余各月属正常波动。`,
          en: `Signals: ${told.join("; ")}. Otherwise within ${basis}: chance.`,
        })
      : say(view, {
          zh: `没有信号：各月都在${basis}内，升降属正常波动。`,
          en: `No signal: every month within ${basis}; ups and downs are chance.`,
        });
  return [first, ...moved];
}

/** ①, ② … as they stand on the chart and in the note. */
export const signalMark = (at: number): string => (at < 20 ? String.fromCodePoint(0x2460 + at) : `(${at + 1})`);

/** The numbers of the signals, for the month axis. */
export const signalMarks = (signals: Signals | undefined): {category: string; label: string}[] =>
  (signals?.found ?? []).map(({month}, at) => ({category: month, label: signalMark(at)}));
