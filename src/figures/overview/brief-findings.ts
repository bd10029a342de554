import type {ReportView} from "../../facts/view.js";
import {isMetric, metricOf} from "../../metrics/catalogue.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import {type DrawnFigures, type Figure, isMissing} from "../figure.js";
import type {Board, Matter} from "./board-shape.js";
import type {Tile} from "./tile-shape.js";
import {windowWords} from "./worst-groups.js";

/** One message for a slide: a chart and at most 25 words beside it. */
export interface BriefFinding {
  /** The figure of the pages that it is about. */
  readonly from: string;
  /** The chart in its place, where that one is rows only. */
  readonly picture?: Figure;
  readonly title: string;
  readonly says: readonly string[];
}

/** Pages with their figures of the first depth, in order. */
export type Fronts = readonly {readonly page: string; readonly figures: readonly string[]}[];

/**
 * The findings in the order in which they matter: what is new, what got worse, groups weak all year, targets missed, then
 * what else the pages name as bad. Whatever a page's tiles and lines point to gets in by that alone.
 */
export function briefFindings(
  view: ReportView,
  {board, figures, fronts}: {board: Board; figures: DrawnFigures; fronts: Fronts},
): BriefFinding[] {
  const lines = (direction: string) =>
    board.changed.filter((group) => group.direction === direction).flatMap(({lines: each}) => each);
  const news = new Set(board.matters.map(({href}) => href));
  const tiles = [...board.tiles, ...board.further];
  const found: (BriefFinding | undefined)[] = [
    ...board.matters.map((matter) => matterFinding(view, matter, figures)),
    ...lines("worse")
      .filter(({href}) => !news.has(href) && !tiles.some((tile) => tile.href === href))
      .map(({text, href}) => chosen(view, {text, href, figures, fronts})),
    ...lines("weak").map(({text, href}) => chosen(view, {text, href, figures, fronts})),
    ...["bad", "worse", "bad-year"].flatMap((state) =>
      tiles.filter((tile) => tile.state === state).map((tile) => tileFinding(view, tile, figures)),
    ),
    ...fronts.flatMap(({figures: ids}) => ids.map((id) => focused(figures[id]))),
  ];
  const bad = eachOnce(found);
  if (bad.length >= fewest) return bad;
  const others = [
    ...tiles.map(({href}) => plainFinding(figures[idOf(href)])),
    ...fronts.flatMap(({figures: ids}) => ids.map((id) => plainFinding(figures[id]))),
  ];
  return eachOnce([...bad, ...others]).slice(0, fewest);
}

/** A meeting is shown as many: where little is bad, the measures of the overview, then what the pages show first. */
const fewest = 4;

function eachOnce(found: readonly (BriefFinding | undefined)[]): BriefFinding[] {
  const seen = new Set<string>();
  return found.flatMap((each) => {
    if (!each || seen.has(each.from)) return [];
    seen.add(each.from);
    return [{...each, says: within(each.says)}];
  });
}

const charts = new Set<Figure["form"]>(["dots", "bars", "columns", "stacked", "lines"]);
const chartOf = (figure: DrawnFigures[string] | undefined): Figure | undefined =>
  figure && !isMissing(figure) && charts.has(figure.form) && figure.series.length > 0 ? figure : undefined;
const idOf = (href: string): string => href.split("#")[1] ?? "";

/** What is new: on its figure where that is a chart which points it out, else on its own small picture. */
function matterFinding(view: ReportView, matter: Matter, figures: DrawnFigures): BriefFinding | undefined {
  const id = idOf(matter.href);
  const drawn = figures[id];
  const says = [
    upper(matter.text),
    matter.act === "" ? "" : `${upper(matter.act)}${say(view, {zh: "。", en: "."})}`,
  ].filter(Boolean);
  const figure = chartOf(drawn);
  if (figure?.focus?.length) return {from: id, title: figure.title, says};
  if (!drawn || isMissing(drawn)) return undefined;
  return {picture: pictured(matter, drawn), from: id, title: upper(matter.said), says};
}

/** The small picture of a matter as a figure: counts side by side, the last one being what the finding is about. */
function pictured({picture: {form, bars, alt, unit = "count"}}: Matter, {id, ...drawn}: Figure): Figure {
  return {
    ...drawn,
    id: `${id}-picture`,
    form,
    unit,
    categories: bars.map(({label}) => label),
    category_kind: "text",
    series: [{id: "value", name: drawn.subtitle, points: bars.map(({value}) => ({value})), role: "main"}],
    focus: bars.slice(-1).map(({label}) => label),
    notes: [],
    alt,
  };
}

/** A line of what changed on the figure it points to; where that is a table, on the chart of its page that names bad news. */
function chosen(
  view: ReportView,
  {text, href, figures, fronts}: {text: string; href: string; figures: DrawnFigures; fronts: Fronts},
): BriefFinding | undefined {
  const own = chartOf(figures[idOf(href)]);
  const page = href.split(".")[0];
  const others = fronts.find((each) => each.page === page)?.figures ?? [];
  const figure = own ?? others.map((id) => chartOf(figures[id])).find((each) => each?.focus?.length);
  if (!figure) return undefined;
  return {from: figure.id, title: figure.title, says: isRepeated(text, figure.title) ? sureness(view, figure) : [text]};
}

/** A line that tells no number beyond those of the title. */
function isRepeated(text: string, title: string): boolean {
  const numbers = text.match(/\d[\d.,]*\d|\d/g) ?? [];
  return numbers.length > 0 && numbers.every((number) => title.includes(number));
}

/** What is counted, over which months, and how sure the named groups' values are: "热线二组 19.2–31.3%（95% 区间，n=194）". */
function sureness(view: ReportView, figure: Figure): string[] {
  const {focus = [], categories, series, unit} = figure;
  const said = focus.slice(0, 2).flatMap((group) => {
    const {lo, hi, n} = series[0]?.points[categories.indexOf(group)] ?? {value: null};
    if (lo == null || hi == null) return [];
    const base = n == null ? "" : `n=${formatNumber(n, "count", view)}`;
    const interval = formatInterval([lo, hi], unit, view);
    return [
      say(view, {
        zh: `${group} ${interval}（${["95% 区间", base].filter(Boolean).join("，")}）`,
        en: `${group} ${interval} (${["95% interval", base].filter(Boolean).join(", ")})`,
      }),
    ];
  });
  return [counted(view, figure), ...said];
}

/** Words of a definition that a listener takes in. */
const mostOfFormula = 14;

/** "近 12 个月：由非经办人做的回访 ÷ 全部回访": what a share is of, where it can be said in one breath. */
function counted(view: ReportView, {metrics, subtitle}: Figure): string {
  const [metric = ""] = metrics;
  const formula = metrics.length === 1 && isMetric(metric) ? metricOf(metric)[view.language].formula : "";
  if (formula === "" || wordsIn(formula) > mostOfFormula) return subtitle.split(/[;；]/)[0] ?? subtitle;
  const period = upper(say(view, windowWords(view)).trim());
  return period === "" ? formula : say(view, {zh: `${period}：${formula}`, en: `${period}: ${formula}`});
}

/** A target missed: the verdict and what the value compares with. */
function tileFinding(view: ReportView, tile: Tile, figures: DrawnFigures): BriefFinding | undefined {
  const figure = chartOf(figures[idOf(tile.href)]);
  if (!figure) return undefined;
  const cells = tile.cells.map(({label, value}) => say(view, {zh: `${label} ${value}`, en: `${label} ${value}`}));
  const stop = say(view, {zh: "。", en: "."});
  return {
    from: figure.id,
    title: figure.title,
    says: [
      ...(tile.verdict === "" ? [] : [`${tile.verdict}${stop}`]),
      `${tile.label} ${tile.value}${say(view, {zh: "；", en: "; "})}${cells.join(say(view, {zh: "，", en: ", "}))}${stop}`,
    ],
  };
}

function plainFinding(drawn: DrawnFigures[string] | undefined): BriefFinding | undefined {
  const figure = chartOf(drawn);
  return figure && {from: figure.id, title: figure.title, says: [figure.subtitle]};
}

const focused = (drawn: DrawnFigures[string] | undefined): BriefFinding | undefined =>
  chartOf(drawn)?.focus?.length ? plainFinding(drawn) : undefined;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words beside a chart; a Chinese character is two thirds of a word. */
const mostWords = 25;
export const wordsIn = (text: string): number =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 0.66 +
  (text.match(/[\p{L}\p{N}][^\s\p{Script=Han}]*/gu)?.filter((word) => !/^\p{Script=Han}/u.test(word)).length ?? 0);

/** The sentences that keep to 25 words; the first one always. */
function within(says: readonly string[]): string[] {
  let room = mostWords;
  return says.filter((text, at) => {
    const size = wordsIn(text);
    if (at > 0 && size > room) return false;
    room -= size;
    return true;
  });
}
