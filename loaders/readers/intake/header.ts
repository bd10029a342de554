import {normalHeader} from "../../mapping/spelling.js";
import {isBlank} from "./blank.js";
import {columnKinds, looksLikeData, resembles} from "./looks.js";
import {unwrapFormula} from "./text-formula.js";

type Cells = readonly (string | null)[];

export interface HeaderPlace {
  /** Records before the header. */
  readonly skip: number;
  /** Header records; 0 = none. */
  readonly rows: number;
  /** The names that the mapping needs stand there. */
  readonly isNamed?: boolean;
  /** Where the wanted names stand, if that is below records: no header then. */
  readonly below?: number;
}

/**
 * Where the header stands among the first records. It is never looked for below a record: what stands above it is set
 * aside, and must not be data.
 * @param records the first records, cut into cells
 * @param wanted header names that the mapping needs
 */
export function locateHeader(
  records: readonly Cells[],
  {width, wanted = [], skip, rows}: {width: number; wanted?: readonly string[]; skip?: number; rows?: number},
): HeaderPlace {
  if (rows === 0) return {skip: skip ?? 0, rows: 0};
  if (skip !== undefined) return {skip, rows: rows ?? 1};
  const found = byNames(records, wanted);
  if (found !== undefined) {
    const place = {skip: Math.max(0, found - (rows ?? 1) + 1), rows: rows ?? 1, isNamed: true};
    const kinds = columnKinds(records.slice(found + 1, found + 51), width);
    const isBelow = records.slice(0, place.skip).some((cells) => resembles(cells, kinds));
    return isBelow ? {skip: 0, rows: 0, below: found} : place;
  }
  for (const [index, cells] of records.entries()) {
    const filled = cells.filter((cell) => !isBlank(cell)).length;
    const next = records[index + 1];
    // a title over half of the columns, and then a full line of names
    const isTitle =
      rows === undefined &&
      filled * 2 <= width + 1 &&
      next?.every((cell) => !isBlank(cell)) === true &&
      isHeader(next, width);
    if (isHeader(cells, width) && !(isTitle && filled < width)) return {skip: index, rows: rows ?? 1};
    if (cells.length >= width && filled > width / 2) break;
  }
  return rows === undefined ? {skip: 0, rows: 0} : {skip: 0, rows};
}

/** The record that holds most of the wanted names (at least one, and a third of them). */
function byNames(records: readonly Cells[], wanted: readonly string[]): number | undefined {
  const names = new Set(wanted.map((name) => normalHeader(name.replace(/ \(\d+\)$|\[\*\]$/, ""))));
  names.delete("");
  if (names.size === 0) return undefined;
  let best: number | undefined;
  let most = 0;
  for (const [index, cells] of records.entries()) {
    const hits = new Set(cells.map((cell) => normalHeader(unwrapFormula(cell ?? ""))).filter((cell) => names.has(cell)))
      .size;
    if (hits > most) [best, most] = [index, hits];
  }
  return most * 3 >= Math.min(names.size, 6) ? best : undefined;
}

function isHeader(cells: Cells, width: number): boolean {
  const filled = cells.filter((cell): cell is string => !isBlank(cell)).map((cell) => cell.trim());
  if (width > 1 && Math.abs(cells.length - width) > 1) return false;
  if (filled.length < Math.max(1, Math.min(width, cells.length) / 2)) return false;
  const data = filled.filter(looksLikeData).length;
  const long = filled.filter((cell) => cell.length > 1000).length;
  return data <= filled.length * 0.2 && long === 0;
}

/** Unique, non-empty column names: trimmed; empty → c1 …; twice → "name (2)". */
export function columnNames(rows: readonly Cells[], width: number): string[] {
  const seen = new Set(["_file", "_row"]);
  const filled = rows.map((cells, line) => (line < rows.length - 1 ? carryOver(cells) : cells));
  return Array.from({length: width}, (_, index) => {
    const parts = filled.map((cells) =>
      unwrapFormula(cells[index] ?? "")
        .replace(/\s+/gu, " ")
        .replaceAll("\u0000", "")
        .trim(),
    );
    const joined = [...new Set(parts.filter((part) => part !== ""))].join(" / ");
    const name = Buffer.from(joined, "utf8").toString("utf8") || `c${index + 1}`;
    let unique = name;
    for (let count = 2; seen.has(normalHeader(unique)); count++) unique = `${name} (${count})`;
    seen.add(normalHeader(unique));
    return unique;
  });
}

/** A title that spans columns stands in the first of them only. */
function carryOver(cells: Cells): (string | null)[] {
  let title: string | null = null;
  return cells.map((cell) => {
    if (!isBlank(cell)) title = cell;
    return title;
  });
}
