import type {Figure} from "../figure.js";
import {falseClaims} from "./superlatives.js";

/** What of a tile is looked up. */
interface Shown {
  readonly better: "up" | "down" | "neither";
  readonly groups?: readonly {
    readonly name: string;
    readonly text: string;
    readonly number: number;
    readonly isWorst: boolean;
  }[];
}

/**
 * A tile whose first group is marked as the worst, where the figure that it leads to has a worse one: "North < South".
 * @example falseWorst({better: "up", groups: [{name: "North", text: "3", number: 3, isWorst: true}]}, {table: {columns: [{id: "region", label: "", unit: "text"}, {id: "value", label: "", unit: "score"}], rows: [["North", 3], ["South", 2]]}}) // => ["North > South"]
 */
export function falseWorst({better, groups = []}: Shown, {table}: Pick<Figure, "table">): string[] {
  const worst = groups.find(({isWorst}) => isWorst);
  const row = table.rows.find((cells) => worst && cells.some((cell) => cell === worst.name));
  if (!worst || !row) return [];
  const at = row.findIndex((cell) => typeof cell === "number" && isSame(cell, worst.number));
  const column = table.columns[at];
  if (!column) return [`${worst.name} ${worst.text}`];
  const isTie = (cells: Figure["table"]["rows"][number]): boolean =>
    cells !== row && typeof cells[at] === "number" && isSame(cells[at], worst.number);
  const rows = table.rows.filter((cells) => !isTie(cells));
  const is = better === "up" ? "lowest" : "highest";
  return falseClaims({claims: [{is, of: column.id, rows: [worst.name]}], table: {...table, rows}});
}

const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other));
