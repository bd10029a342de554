import {plainDecimal, storedNumber} from "../intake/numbers.js";
import {type DateKind, dateKind, serialText} from "./cell-dates.js";

/** How a number in a cell is shown, where that changes what it says. */
export type CellKind = DateKind | "percent";

/** @param id the format's number; below 164 it is one of the built-in ones */
export function cellKind(id: number, code: string | undefined): CellKind | undefined {
  const date = dateKind(id, code);
  if (date) return date;
  if (code === undefined) return id === 9 || id === 10 ? "percent" : undefined;
  const bare = code.split(";")[0]!.replace(/"[^"]*"|\\./g, "");
  return bare.includes("%") ? "percent" : undefined;
}

/**
 * A number of a cell as the sheet shows what it says: a date, a time, a share as 25%, else the plain number.
 * @example numberText("0.25", "percent") // => "25%"
 */
export function numberText(stored: string, kind: CellKind | undefined, date1904: boolean): string {
  if (kind === "percent") return `${plainDecimal(String(Number((Number(stored) * 100).toPrecision(14))))}%`;
  return (kind && serialText(Number(stored), kind, {date1904})) ?? storedNumber(stored);
}
