import {type Cell, type PublishedTable, restOf, type Share, wholeOf} from "./cells.js";
import {sharesOf} from "./inference.js";
import {type CountSum, narrowCounts} from "./narrow-counts.js";

/** A withheld share that can be worked out: its cell, the count whose value gives it away, and how. */
export interface Determined {
  readonly cell: Cell;
  readonly by: string;
  readonly why: string;
}

/** So many are not few under any rule; they may be withheld all the same, where they say little. */
const many = 30;

/** The cells that are parts of a share, with that share. */
export const sharesIn = (cells: readonly Cell[], tables: ReadonlyMap<string, PublishedTable>) =>
  cells.flatMap((cell) => sharesOf(cell, tables).map((share) => ({cell, share})));

/** Withheld shares whose value follows from what is shown; how many were asked is no answer of theirs. */
export function determinedShares({
  tables,
  shares,
  known,
  sums,
}: {
  tables: ReadonlyMap<string, PublishedTable>;
  shares: readonly {cell: Cell; share: Share}[];
  known: ReadonlyMap<string, number>;
  sums: readonly CountSum[];
}): Determined[] {
  const unknown = new Set<string>();
  for (const {parts, total} of sums)
    for (const name of [...parts, String(total)]) if (!known.has(name)) unknown.add(name);
  const ranges = narrowCounts([...unknown], {known, sums});
  const numberOf = (name: string): number | undefined => {
    const range = ranges.get(name);
    return known.get(name) ?? (range && range.low === range.high ? range.low : undefined);
  };
  return shares
    .filter(({cell}) => isWithheld(cell, tables))
    .flatMap(({cell, share}): Determined[] => {
      const [part, whole, rest] = [cell.name, wholeOf(cell, share), restOf(cell)];
      const [k, n] = [numberOf(part), whole === undefined ? undefined : numberOf(whole)];
      if (n === 0 || (n !== undefined && n >= many)) return [];
      if (k !== undefined && (whole === undefined || n !== undefined))
        return [{cell, by: part, why: `${k} of ${n ?? "its base"}`}];
      if (k === 0 && numberOf(ofAll(part)) !== 0) return [{cell, by: part, why: "none of its base"}];
      if (numberOf(rest) === 0 && numberOf(ofAll(rest)) !== 0) return [{cell, by: rest, why: "all of its base"}];
      return [];
    });
}

/** The same count of everybody: where that is none, it is none of each. */
const ofAll = (name: string): string => name.replace(/\|[^|]*\|[^|]*$/, "|all|all");

export function isWithheld(
  {table, row}: Pick<Cell, "table" | "row">,
  tables: ReadonlyMap<string, PublishedTable>,
): boolean {
  const {withholding, rows} = tables.get(table)!;
  const flag = withholding?.flag;
  return flag !== undefined && rows[row]![flag] === "suppressed";
}
