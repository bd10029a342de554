import type {FigureTable} from "../../../src/figures/figure.js";
import type {Board} from "../../../src/figures/overview/board-shape.js";
import {markWord} from "../../../src/figures/overview/mark-word.js";
import type {Tile} from "../../../src/figures/overview/tile-shape.js";
import type {Language} from "../../../src/words/language.js";
import {downloadWords} from "../contents/words.js";
import type {Place, PlannedSlide} from "./planned.js";

/** The measures of the overview on one slide: each with interval, what to compare with, target and verdict. */
export const tilesSlide = (
  board: Board | undefined,
  {id, language, section, source, subtitle}: Place & {id: string; subtitle: string},
): PlannedSlide[] => {
  const tiles = [...(board?.tiles ?? []), ...(board?.further ?? [])];
  if (!board || tiles.length === 0) return [];
  return [
    {
      id: `${id}-tiles`,
      layout: "table",
      section,
      title: board.title,
      subtitle,
      table: tilesTable(tiles, language),
      source,
      notes: tiles.map(({label, value, small}) => [`${label} ${value}`, small].filter(Boolean).join(" · ")),
    },
  ];
};

/** One row a measure, as slide and sheet show it. */
export const tilesTable = (tiles: readonly Tile[], language: Language): FigureTable => {
  const {tile_columns: labels} = downloadWords[language];
  const cell = (tile: Tile, id: string) => {
    const found = tile.cells.find((each) => each.id === id);
    if (!found) return "";
    const word = markWord(found, {better: tile.better, unit: tile.number.unit, language});
    const open = language === "zh" ? "（" : " (";
    const close = language === "zh" ? "）" : ")";
    return word === "" || word === "~" ? `${found.value} ${word}`.trim() : `${found.value}${open}${word}${close}`;
  };
  return {
    columns: Object.entries(labels).map(([id, label]) => ({id, label, unit: "text" as const})),
    rows: tiles.map((tile) => [
      tile.label,
      tile.value,
      [tile.small, tile.response].filter(Boolean).join(" · "),
      cell(tile, "month"),
      cell(tile, "year"),
      cell(tile, "window"),
      tile.target,
      tile.verdict,
    ]),
  };
};
