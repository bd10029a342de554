import type {FigureTable} from "../../../src/figures/figure.js";
import type {Language} from "../../../src/words/language.js";
import type {Box} from "../deck/shapes.js";
import {slideTable} from "../deck/table.js";

/** A table as its place on a slide has room for it. */
export interface FittedTable {
  readonly xml: string;
  /** In inches. */
  readonly height: number;
  /** How many rows and columns had no room. */
  readonly left_out: {readonly rows: number; readonly columns: number};
}

/** Points; smaller is not read on a slide. */
const smallest = 9;
/** A company's font may be broader than ours, which the widths of letters are those of. */
const wider = 1.15;

/**
 * The table in type as large as fits; what has no room in the smallest is left out, the last columns and rows first, and
 * a last row says how many rows.
 *
 * @param options.columns as many as a person's own table has; defaults to what fits
 * @param options.least rows that a person's own table has room for in any case
 */
export function fittedTable(
  table: FigureTable,
  {box, language, columns, least = 1}: {box: Box; language: Language; columns?: number; least?: number},
): FittedTable {
  const drawn = (width: number, rows: number) => {
    const left = table.rows.length - rows;
    return slideTable(
      {columns: table.columns.slice(0, width), rows: table.rows.slice(0, rows).map((row) => row.slice(0, width))},
      {box, language, smallest, wider, ...(left > 0 && {more: moreRows(left, language)})},
    );
  };
  let width = Math.min(columns ?? table.columns.length, table.columns.length);
  while (columns === undefined && width > 2 && drawn(width, table.rows.length).is_broken) width--;
  const all = table.rows.length;
  const left_out = (rows: number) => ({rows: all - rows, columns: table.columns.length - width});
  const whole = drawn(width, all);
  if (whole.height <= box.h || all <= least) return {...whole, left_out: left_out(all)};
  // The most rows that fit, by halves.
  let [fits, spills] = [Math.min(least, all), all];
  while (spills - fits > 1) {
    const middle = Math.floor((fits + spills) / 2);
    if (drawn(width, middle).height <= box.h) fits = middle;
    else spills = middle;
  }
  return {...drawn(width, fits), left_out: left_out(fits)};
}

const moreRows = (count: number, language: Language): string =>
  language === "zh" ? `另有 ${count} 行` : `${count} more ${count === 1 ? "row" : "rows"}`;
