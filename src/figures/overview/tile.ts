import type {Estimate} from "../../facts/estimate.js";
import {metricTotal} from "../../facts/metric.js";
import {bothOf} from "../../facts/overview/held-apart.js";
import {currentMonth, type Indicator, isFinal, surelyHigher} from "../../facts/overview/indicator-shape.js";
import {type Direction, type Standing, standing} from "../../facts/overview/ladder.js";
import {recordsBehind, recordsTitle} from "../../facts/overview/records.js";
import {type Both, closesBoth} from "../../facts/two-months.js";
import type {ReportView} from "../../facts/view.js";
import {formatDate, formatInterval, formatMonth, formatMonthName, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import {type Target, targetOf} from "../../words/target.js";
import type {Spark, Tile, TileCell, TileState} from "./tile-shape.js";
import {verdictWords} from "./verdict-words.js";

/** A measure as a tile: its value, how it stands, its two years and what to compare with. */
export function tile(view: ReportView, indicator: Indicator): Tile {
  const shown = shownMonth(indicator);
  const target = targetOf(view, {metric: indicator.id, month: shown?.month ?? view.month});
  const targetAt = (month: string) => targetOf(view, {metric: indicator.id, month});
  const stands = standing(indicator, targetAt);
  const estimate = shown?.estimate ?? (indicator.groups ? indicator.year : undefined);
  const behind = shown?.month === view.month ? recordsBehind(view, indicator.id) : undefined;
  const response = responseText(view, {id: indicator.id, month: shown?.month});
  const compared = cells(view, {indicator, stands, target, month: shown?.month});
  return {
    id: indicator.id,
    label: labelOf(view, indicator, shown?.month),
    value: estimate ? formatNumber(estimate.value, indicator.unit, view) : withoutValue(view, stands),
    small: estimate ? smallText(view, indicator, estimate) : "",
    ...(estimate && response ? {response} : {}),
    number: {
      unit: indicator.unit,
      value: estimate?.value ?? null,
      lo: estimate?.lo ?? null,
      hi: estimate?.hi ?? null,
    },
    better: indicator.better,
    state: stateOf(stands),
    verdict: verdictWords(view, {
      stands,
      better: indicator.better,
      isCompared: compared.some(({mark}) => mark === "~"),
    }),
    target: target ? targetText(view, {target, unit: indicator.unit}) : "",
    cells: compared,
    ...(indicator.months.length > 1 ? {spark: spark(view, {indicator, target, month: shown?.month})} : {}),
    ...(indicator.groups?.length ? {groups: groupBars(view, indicator)} : {}),
    href: indicator.href,
    ...(indicator.groupsHref ? {groupsHref: indicator.groupsHref} : {}),
    ...(behind ? {records: {href: behind.href, text: recordsTitle(view, behind)}} : {}),
  };
}

/** The month spoken of: the report's where it is partial, else the last one whole and final; none where it is missing. */
function shownMonth(indicator: Indicator) {
  const last = indicator.months.at(-1);
  if (last?.state === "missing") return undefined;
  return last?.state === "partial" ? last : currentMonth(indicator);
}

const labelOf = (view: ReportView, {name}: Indicator, month: string | undefined): string =>
  month === undefined || month === view.month
    ? name
    : say(view, {zh: `${name}（${formatMonthName(month, view)}）`, en: `${name}, ${formatMonthName(month, view)}`});

const withoutValue = (view: ReportView, {rung}: Standing): string =>
  rung === "withheld" ? say(view, {zh: "不足 10", en: "Under 10"}) : "–";

function smallText(view: ReportView, {unit, base}: Indicator, estimate: Estimate): string {
  // A plain count is its own base, and its Poisson limits say nothing of what was counted.
  const interval = unit === "count" ? "" : formatInterval([estimate.lo, estimate.hi], unit, view);
  return [interval, base(estimate)].filter(Boolean).join(" · ");
}

/** No score without the share of those asked who gave it. */
function responseText(view: ReportView, {id, month}: {id: string; month: string | undefined}): string {
  if (!(["bottom_box", "csat", "csat_score", "nps", "ces"] as readonly string[]).includes(id)) return "";
  const rate = metricTotal(view, {metric: "response_rate", period: month ?? "window"});
  if (rate?.value == null) return "";
  const share = formatNumber(rate.value, "share", view);
  return say(view, {zh: `参评率 ${share}`, en: `response rate ${share}`});
}

function stateOf({rung, good}: Standing): TileState {
  if (rung === "month") return good ? "good" : "bad";
  if (rung === "year") return good ? "good-year" : "bad-year";
  if (rung === "change") return good === undefined ? "plain" : good ? "better" : "worse";
  if (rung === "none") return "plain";
  return rung;
}

/** "90.0% (Customer service, by 31 Dec 2026)". */
function targetText(view: ReportView, {target, unit}: {target: Target; unit: Indicator["unit"]}): string {
  const due = target.due && formatDate(target.due, view);
  const owner = [
    target.owner && view.label("departments", target.owner),
    due && say(view, {zh: `${due}前`, en: `by ${due}`}),
  ]
    .filter(Boolean)
    .join(say(view, {zh: "，", en: ", "}));
  const value = formatNumber(target.target, unit, view);
  return owner ? say(view, {zh: `${value}（${owner}）`, en: `${value} (${owner})`}) : value;
}

function cells(
  view: ReportView,
  {
    indicator,
    stands,
    target,
    month,
  }: {indicator: Indicator; stands: Standing; target: Target | undefined; month: string | undefined},
): TileCell[] {
  const {unit, year} = indicator;
  const both = bothOf(view, indicator, month);
  const worse = indicator.better === "up" ? "down" : "up";
  const past = (id: "month" | "year", by: number, since: Direction): TileCell[] => {
    // A part of a month beside a whole one would be a comparison, whatever is said of it.
    if (month === undefined || indicator.ages || stands.rung === "partial") return [];
    const then = shiftMonth(month, by);
    const found = indicator.months.find((each) => each.month === then);
    if (!found?.estimate || !isFinal(found.state) || then < (indicator.since ?? "")) return [];
    const {mayCompare = () => true} = indicator;
    const isJudged = found.estimate.lo !== null && mayCompare(then, month);
    return [
      {
        id,
        label: id === "month" ? formatMonthName(then, view) : yearLabel(view, then),
        value: formatNumber(found.estimate.value, unit, view),
        mark: since === undefined ? (isJudged ? "~" : "") : since === "up" ? "↑" : "↓",
        isBad: indicator.better !== "neither" && since === worse,
        number: found.estimate.value,
      },
    ];
  };
  return [
    ...(both && stands.rung !== "partial"
      ? bothCells(view, indicator, both)
      : [
          ...(closesBoth(view, month) ? [] : past("month", -1, stands.sinceMonth)),
          ...past("year", -12, stands.sinceYear),
        ]),
    // Twelve months of which there is one say its number again.
    ...(year && !indicator.groups && indicator.months.length > 1
      ? [
          {
            id: "window" as const,
            label: windowLabel(view),
            value: formatNumber(year.value, unit, view),
            mark: "" as const,
            isBad: stands.missesYear === true,
            number: year.value,
          },
        ]
      : []),
    ...(target
      ? [
          {
            id: "target" as const,
            label: say(view, {zh: "目标", en: "Target"}),
            value: formatNumber(target.target, unit, view),
            mark: "" as const,
            isBad: false,
            number: target.target,
          },
        ]
      : []),
  ];
}

/** January and February as one, in the places of last month and last year. */
function bothCells(view: ReportView, {unit, better}: Indicator, {now, before}: Both<Estimate>): TileCell[] {
  const higher = surelyHigher(now, before);
  const mark = higher === undefined ? "~" : higher === "first" ? "↑" : "↓";
  const isBad = higher !== undefined && better !== "neither" && (higher === "first") !== (better === "up");
  const cell = (id: "month" | "year", label: string, {value}: Estimate): TileCell => ({
    ...{id, label, mark: "", isBad: false, number: value},
    value: formatNumber(value, unit, view),
  });
  return [
    cell("month", say(view, {zh: "1—2月", en: "Jan–Feb"}), now),
    {...cell("year", say(view, {zh: "去年1—2月", en: "Jan–Feb last year"}), before), mark, isBad},
  ];
}

/** As many of the twelve months as there are. */
const windowLabel = (view: ReportView): string => {
  const n = Math.min(view.windowMonths, view.months.length);
  return say(view, {zh: `${n} 个月`, en: n === 1 ? "1 month" : `${n} months`});
};

/** The same month a year before: "去年10月", "Oct 2025". */
const yearLabel = (view: ReportView, month: string): string =>
  say(view, {zh: `去年${formatMonthName(month, view)}`, en: formatMonth(month, view)});

function spark(
  view: ReportView,
  {indicator, target, month}: {indicator: Indicator; target: Target | undefined; month: string | undefined},
): Spark {
  const points = indicator.months.map(({month: each, state, estimate}) => {
    const isOpen = state === "partial" || state === "missing" || state === "provisional";
    const drawn = isOpen ? null : estimate;
    return {month: each, value: drawn?.value ?? null, lo: drawn?.lo ?? null, hi: drawn?.hi ?? null, isOpen};
  });
  const at = (wanted: string) => points.findIndex((point) => point.month === wanted && point.value !== null);
  const then = month === undefined ? "" : shiftMonth(month, -12);
  const yearAgo = then < (indicator.since ?? "") ? -1 : at(then);
  const targets = points.map((point) => targetOf(view, {metric: indicator.id, month: point.month})?.target ?? null);
  const broken = points.findIndex((point) => point.month === indicator.since);
  const first = formatMonth(points[0]!.month, view);
  const last = formatMonth(points.at(-1)!.month, view);
  return {
    unit: indicator.unit,
    points,
    now: month === undefined ? -1 : at(month),
    ...(target ? {target: target.target} : {}),
    ...(target && targets.some((each) => each !== target.target) ? {targets} : {}),
    ...(broken > 0 ? {breaks: [broken]} : {}),
    ...(yearAgo >= 0 ? {yearAgo} : {}),
    alt: say(view, {zh: `${indicator.name}，${first}至${last}`, en: `${indicator.name}, ${first} to ${last}`}),
  };
}

function groupBars(view: ReportView, {groups = [], unit, better}: Indicator): NonNullable<Tile["groups"]> {
  const most = Math.max(...groups.map(({estimate}) => Math.abs(estimate.value)), 0);
  return groups.map(({name, estimate, isSure = true}, at) => ({
    name,
    isWorst: at === 0 && better !== "neither" && isSure,
    text: formatNumber(estimate.value, unit, view),
    number: estimate.value,
    share: most > 0 ? Math.abs(estimate.value) / most : 0,
  }));
}
