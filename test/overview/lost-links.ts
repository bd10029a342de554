import type {DrawnFigures} from "../../src/figures/figure.js";
import {isMissing} from "../../src/figures/figure.js";
import type {Board} from "../../src/figures/overview/board-shape.js";
import type {Tile} from "../../src/figures/overview/tile-shape.js";

/**
 * Tiles whose link leads to a figure that does not have their number, and lines that lead to no figure: what a reader
 * who follows a number would not find.
 */
export function lostLinks({tiles, further, matters, changed, missing}: Board, figures: DrawnFigures): string[] {
  const lost = [...tiles, ...further].filter(
    (tile) => !numbersOf(tile).every((number) => stands(figures, tile.href, number)),
  );
  const lines = [...matters, ...changed.flatMap(({lines: all}) => all), ...missing].filter(
    ({href}) => href.includes("#") && !figureAt(figures, href),
  );
  return [...lost.map(({label, href}) => `${label} → ${href}`), ...lines.map(({text, href}) => `${text} → ${href}`)];
}

/** What a tile shows: its groups where it has some, else its value. */
const numbersOf = ({groups, number}: Tile): readonly number[] =>
  groups ? groups.map((group) => group.number) : number.value === null ? [] : [number.value];

function figureAt(figures: DrawnFigures, href: string) {
  const figure = figures[href.slice(href.indexOf("#") + 1)];
  return figure && !isMissing(figure) ? figure : undefined;
}

const stands = (figures: DrawnFigures, href: string, number: number): boolean =>
  figureAt(figures, href)?.table.rows.some((cells) =>
    cells.some((cell) => typeof cell === "number" && Math.abs(cell - number) <= 1e-6 * Math.max(1, Math.abs(number))),
  ) ?? false;
