import type {ReportView} from "../../facts/view.js";
import {inside} from "../../words/capital.js";
import {formatMonth} from "../../words/format.js";
import {listed, say} from "../../words/say.js";
import {acts} from "./acts.js";
import type {Board, Matter} from "./board-shape.js";
import {changed, tileLines} from "./changed.js";
import {chosenTiles} from "./chosen.js";
import {matters} from "./matters.js";
import {missing} from "./missing.js";
import {judgedTiles, missedText, said} from "./said.js";
import type {Tile} from "./tile-shape.js";

/** The manager's page from the published tables. */
export function overviewBoard(view: ReportView): Board {
  const {tiles, further, all} = chosenTiles(view);
  const found = matters(view, tiles);
  return {
    title: title(view, {found, tiles: [...tiles, ...further], shown: tiles}),
    said: said(view, {found, tiles: [...tiles, ...further]}),
    missed: missedText(view, judgedTiles([...tiles, ...further])),
    matters: found,
    tiles,
    further,
    measures: all,
    changed: changed(view, {found, tiles}),
    acts: acts(view),
    missing: missing(view),
  };
}

/**
 * "October 2026: a new fault, a wave of leaving; 4 of 8 targets missed"; where there is neither news nor target, what
 * surely moved, or that nothing did.
 */
function title(
  view: ReportView,
  {found, tiles, shown}: {found: readonly Matter[]; tiles: readonly Tile[]; shown: readonly Tile[]},
): string {
  const {judged, missed, unjudged} = judgedTiles(tiles);
  const targets =
    judged.length > 0 && missed.length === 0
      ? say(view, {zh: "没有确定未达标的目标", en: "no target surely missed"})
      : missedText(view, {judged, missed, unjudged});
  // A name with a colon after it is no item of a list.
  const news = found.some(({line}) => line !== undefined)
    ? found.map(({short}) => short).join(say(view, {zh: "；", en: "; "}))
    : listed(
        view,
        found.map(({short}) => short),
      );
  const said = [news, targets].filter(Boolean).join(say(view, {zh: "；", en: "; "})) || movedText(view, shown);
  const about = view.month ? formatMonth(view.month, view) : view.company;
  return said === "" ? about : `${about}${say(view, {zh: "：", en: ": "})}${said}`;
}

/** "Orders: 224 (Dec 2016 176)"; that nothing surely moved, where months are compared. */
function movedText(view: ReportView, tiles: readonly Tile[]): string {
  const [moved] = (["worse", "better", "moved"] as const).flatMap((way) => tileLines(view, {tiles, way}));
  if (moved) return inside(moved.text.replace(": ", " "));
  return tiles.some(({cells}) => cells.some(({mark}) => mark === "~"))
    ? say(view, {zh: "没有看得出的变化", en: "no sure change"})
    : "";
}
