import {isBlank} from "./blank.js";

const zh = "小\\s*计|合\\s*计|总\\s*计|累\\s*计|共\\s*计|汇\\s*总|总\\s*和|[本当][页月日周季年]计";
const alone = new RegExp(`^[\\s*—–-]*(${zh}|grand[\\s-]?totals?|sub[\\s-]?totals?|totals?|sum)[\\s:：*—–-]*$`, "i");
/** With what it totals before or behind: 2026年03月小计, Total (K001). */
const labelled = new RegExp(
  `^.{0,40}(${zh})[\\s:：)）*—–-]*$|^((grand|sub)[\\s-]?)?totals?[\\s:：(（].{0,40}$|^.{0,40}[\\s:：)）]((grand|sub)[\\s-]?)?totals?[:：]?$`,
  "i",
);

type Cells = readonly (string | null)[];

/** The word of a totals row and nothing else. */
export const isTotalsWord = (cell: string): boolean => alone.test(cell);

const isTotalsLabel = (cell: string): boolean => cell.length < 60 && (alone.test(cell) || labelled.test(cell));

/**
 * A totals row among the records: where a record has its id, such a row has the word or nothing.
 * @param keys places of the columns that make a record's id
 * @param usual filled cells of the record before; without ids a totals row must have fewer
 */
export function isTotalsRow(cells: Cells, {keys, usual}: {keys: readonly number[]; usual: number}): boolean {
  const isLabel = (cell: string | null | undefined) => !isBlank(cell) && isTotalsLabel(cell!.trim());
  if (keys.length > 0)
    return keys.every((place) => isBlank(cells[place]) || isLabel(cells[place])) && cells.some(isLabel);
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length < usual && isLabel(filled[0]);
}
