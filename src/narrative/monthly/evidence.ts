import type {ReportView} from "../../facts/view.js";
import type {DrawnFigures} from "../../figures/figure.js";
import type {Tile} from "../../figures/overview/tile-shape.js";
import {inside} from "../../words/capital.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {Unit} from "../../words/unit.js";
import type {Line} from "./letter.js";

interface Known {
  readonly n?: number | null | undefined;
  readonly lo?: number | null | undefined;
  readonly hi?: number | null | undefined;
}

/** "95% 区间 374–551，n=2,367" – what of it is known. */
export function evidence(view: ReportView, {n, lo, hi}: Known, unit: Unit): string {
  const interval = formatInterval([lo, hi], unit, view);
  return [
    ...(interval ? [say(view, {zh: `95% 区间 ${interval}`, en: `95% interval ${interval}`})] : []),
    ...(n == null ? [] : [`n=${formatNumber(n, "count", view)}`]),
  ].join(say(view, {zh: "，", en: ", "}));
}

/** The finding of a figure as a line, with its base and method; none where it could not be drawn. */
export function findingLine(
  view: ReportView,
  drawn: DrawnFigures,
  {id, page, records}: {id: string; page: string; records?: string},
): Line[] {
  const figure = drawn[id];
  if (!figure) throw new Error(`no figure ${id} in the report`);
  if ("missing" in figure) return [];
  const n = formatNumber(figure.n, "count", view);
  return [
    {
      text: figure.title,
      evidence: say(view, {zh: `n=${n}；${figure.method}`, en: `n=${n}; ${figure.method}`}),
      href: `${page}.html#${id}`,
      ...(records ? {records} : {}),
    },
  ];
}

/** What is said where nothing can be: that is not to say there is nothing. */
export const unknownLine = (view: ReportView, {zh, en, href}: {zh: string; en: string; href: string}): Line => ({
  text: say(view, {zh: `${zh}，无法判断，不等于没有`, en: `${en}: unknown, which is not none`}),
  evidence: "",
  href,
});

/** "；目标 350，未达标": how the measure of a tile stands to its target; "" where it has none. */
export function targetText(view: ReportView, {tiles, id}: {tiles: readonly Tile[]; id: string}): string {
  const tile = tiles.find((each) => each.id === id);
  const goal = tile?.cells.find((cell) => cell.id === "target");
  if (!tile || !goal) return "";
  const verdict = tile.verdict.replace(/^Target /, "");
  return say(view, {
    zh: `；目标 ${goal.value}，${tile.verdict}`,
    en: `; target ${goal.value}, ${inside(verdict)}`,
  });
}

/** The month's records, listed one by one. */
export const listedComplaints = "monthly.html#month-complaints";
export const listedRequests = "monthly.html#month-requests";
