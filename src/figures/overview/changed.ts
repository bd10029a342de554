import {actionName, helpedText} from "../../facts/actions/effects.js";
import {changes, isSureChange} from "../../facts/competitors/changes.js";
import {gapRows} from "../../facts/competitors/rows.js";
import {tellingGroups} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import {type MetricId, metricOf} from "../../metrics/catalogue.js";
import {spokenInside, spokenName} from "../../metrics/spoken.js";
import {capital} from "../../words/capital.js";
import {brandName, itemName} from "../../words/codes.js";
import {groupName, saidDimension} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {windowWords} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {Board, BoardLine, Matter} from "./board-shape.js";
import type {Tile} from "./tile-shape.js";

/** Lines a group of changes may have before the page is too long. */
const most = 3;

/** What surely changed, bad news first; then what has been weak all year; last what cannot be told. */
export function changed(
  view: ReportView,
  {found, tiles}: {found: readonly Matter[]; tiles: readonly Tile[]},
): Board["changed"] {
  const worse = [
    ...found.filter(({line}) => line === undefined).map(({short, href}) => ({text: capital(short), href})),
    ...leadLines(view),
    ...tileLines(view, {tiles, way: "worse"}),
  ];
  const lasting = found.flatMap(({line, href}) => (line === undefined ? [] : [{text: line, href}]));
  const weak = [...lasting, ...weakLines(view).filter(({text}) => lasting.every((line) => line.text !== text))];
  const groups = [
    {direction: "worse" as const, lines: worse.slice(0, most)},
    {
      direction: "better" as const,
      lines: [...effectLines(view), ...tileLines(view, {tiles, way: "better"})].slice(0, most),
    },
    {direction: "moved" as const, lines: tileLines(view, {tiles, way: "moved"}).slice(0, most)},
    {direction: "weak" as const, period: say(view, windowWords(view)).trim(), lines: weak.slice(0, most)},
    {direction: "unsure" as const, lines: unsureLine(view, tiles)},
  ];
  return groups.filter(({lines}) => lines.length > 0);
}

/** Leads that surely shrank: own scores may rise meanwhile. */
function leadLines(view: ReportView): BoardLine[] {
  const brands = [...new Set(view.rows("brand_gap_changes").map(({brand}) => brand))];
  return brands
    .flatMap((brand) => changes(view, brand).filter((row) => isSureChange(row) && row.gap_change < 0))
    .slice(0, 2)
    .map((row) => {
      const gap = (wave: string) =>
        formatNumber(
          gapRows(view, wave).find((each) => each.brand === row.brand && each.item === row.item)?.gap ?? null,
          "score",
          view,
        );
      const [item, rival] = [itemName(view, row.item), brandName(view, row.brand)];
      return {
        text: say(view, {
          zh: `${item}对${rival}的领先从 ${gap(row.from)}（${row.from}）缩到 ${gap(row.to)}（${row.to}）`,
          en: `${item}: lead over ${rival} fell from ${gap(row.from)} (${row.from}) to ${gap(row.to)} (${row.to})`,
        }),
        href: "competitors.html#competitor-changes",
      };
    });
}

/** Measures that surely moved against the same month last year, else against last month: a season is no change. */
export function tileLines(
  view: ReportView,
  {tiles, way}: {tiles: readonly Tile[]; way: "worse" | "better" | "moved"},
): BoardLine[] {
  return tiles.flatMap(({label, value, cells, href, better}) => {
    const moved = cells.filter(({mark}) => mark === "↑" || mark === "↓");
    const cell = moved.find(({id}) => id === "year") ?? moved[0];
    // More of what is neither good nor bad, such as tickets, is no better.
    if (!cell || way !== (better === "neither" ? "moved" : cell.isBad ? "worse" : "better")) return [];
    return [
      {
        text: say(view, {
          zh: `${label} ${value}（${cell.label} ${cell.value}）`,
          en: `${label}: ${value} (${cell.label} ${cell.value})`,
        }),
        href,
      },
    ];
  });
}

const effectLines = (view: ReportView): BoardLine[] =>
  view
    .rows("action_effects")
    .filter(({effect}) => effect === "better")
    .map((row) => ({
      text: `${actionName(view, row)}${say(view, {zh: "：", en: ": "})}${helpedText(view, row)}`,
      href: "actions.html#action-effects",
    }));

const watched: readonly {metric: MetricId; dimensions: readonly string[]; href: string}[] = [
  {metric: "callback_independent", dimensions: ["team"], href: "complaints.html#callback-independence-by-team"},
  {metric: "promise_kept", dimensions: ["team"], href: "complaints.html#promise-by-department"},
  {metric: "bottom_box", dimensions: ["channel", "region", "tier"], href: "satisfaction.html#dissatisfied-by-segment"},
  {metric: "answer_rate", dimensions: ["team"], href: "calls.html#answer-rate-by-segment"},
  {metric: "sla_met", dimensions: ["team", "region", "category"], href: "complaints.html#service-promises"},
];

/** The group furthest behind over the window, one for each measure watched. */
function weakLines(view: ReportView): BoardLine[] {
  return watched.flatMap(({metric, dimensions, href}) => {
    const {better, unit} = metricOf(metric);
    const worst = tellingGroups(view, metric)
      .filter(
        (row) =>
          dimensions.includes(row.dimension) &&
          row.verdict === "clear" &&
          row.flag === "" &&
          Math.sign(row.difference ?? 0) === (better === "up" ? -1 : 1),
      )
      .sort((one, other) => Math.abs(other.difference!) - Math.abs(one.difference!))[0];
    if (!worst) return [];
    const group = groupName(view, {dimension: saidDimension(worst), member: worst.member});
    const [value, rest] = [formatNumber(worst.value, unit, view), formatNumber(worst.rest, unit, view)];
    return [
      {
        text: say(view, {
          zh: `${group}：${spokenName(view, metric)} ${value}，其余 ${rest}`,
          en: `${group}: ${spokenInside(view, metric)} ${value}, ${rest} elsewhere`,
        }),
        href,
      },
    ];
  });
}

/** Once, how many measures cannot be told apart from last month. */
function unsureLine(view: ReportView, tiles: readonly Tile[]): BoardLine[] {
  const n = tiles.filter(({cells}) => cells.some(({id, mark}) => id === "month" && mark === "~")).length;
  if (n === 0) return [];
  return [
    {
      text: say(view, {
        zh: `${n} 项指标与上月相比可能只是波动`,
        en: `${n} ${n === 1 ? "measure" : "measures"} against last month: could be chance`,
      }),
      href: "method.html",
    },
  ];
}
