import type {ReportView} from "../../facts/view.js";
import {capital} from "../../words/capital.js";
import {say} from "../../words/say.js";
import {type DrawnFigures, type Figure, isMissing} from "../figure.js";
import type {Board, Matter} from "./board-shape.js";
import {besideGroups, tileTitle, wordsIn} from "./brief-beside.js";
import type {Tile} from "./tile-shape.js";

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
  const act = matter.act === "" ? [] : [`${capital(matter.act)}${say(view, {zh: "。", en: "."})}`];
  // What the title says already is not said again beside the chart.
  const says = (title: string, instead: readonly string[]) => [
    ...(isRepeated(matter.text, title) ? instead : [capital(matter.text)]),
    ...act,
  ];
  const figure = chartOf(drawn);
  if (figure?.focus?.length)
    return {from: id, ...bare(figure), title: figure.title, says: says(figure.title, besideGroups(view, figure))};
  if (!drawn || isMissing(drawn)) return undefined;
  const title = capital(matter.said);
  return {picture: pictured(matter, drawn), from: id, title, says: says(title, [matter.picture.note])};
}

/** A count as it was counted: beside what is new, whiskers would ask for an explanation. */
function bare(figure: Figure): Pick<BriefFinding, "picture"> {
  if (figure.unit !== "count") return {};
  const series = figure.series.map((each) => ({
    ...each,
    points: each.points.map(({lo: _lo, hi: _hi, ...point}) => point),
  }));
  return {picture: {...figure, series}};
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
  return {
    from: figure.id,
    title: figure.title,
    says: isRepeated(text, figure.title) ? besideGroups(view, figure) : [text],
  };
}

/** A line that tells no number beyond those of the title. */
function isRepeated(text: string, title: string): boolean {
  const numbers = text.match(/\d[\d.,]*\d|\d/g) ?? [];
  return numbers.length > 0 && numbers.every((number) => title.includes(number));
}

/** A target missed: what the value compares with, then the target with its owner and day. */
function tileFinding(view: ReportView, tile: Tile, figures: DrawnFigures): BriefFinding | undefined {
  const figure = chartOf(figures[idOf(tile.href)]);
  if (!figure) return undefined;
  const cells = tile.cells.filter(({id}) => id !== "target").map(({label, value}) => `${label} ${value}`);
  const title = tileTitle(view, tile);
  return {
    from: figure.id,
    title: title ?? figure.title,
    says: [
      cells.join(say(view, {zh: "，", en: ", "})),
      title ? say(view, {zh: `目标 ${tile.target}`, en: `Target ${tile.target}`}) : tile.verdict,
    ].filter(Boolean),
  };
}

function plainFinding(drawn: DrawnFigures[string] | undefined): BriefFinding | undefined {
  const figure = chartOf(drawn);
  return figure && {from: figure.id, title: figure.title, says: [figure.subtitle]};
}

const focused = (drawn: DrawnFigures[string] | undefined): BriefFinding | undefined =>
  chartOf(drawn)?.focus?.length ? plainFinding(drawn) : undefined;

/** Words beside a chart. */
const mostWords = 25;

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
