import {ReportError} from "../../messages/errors.js";
import {guardSize} from "../bytes/unpack.js";
import type {Zip} from "../bytes/zip.js";
import {limits, tooManyColumns} from "../intake/limits.js";
import {storedNumber} from "../intake/numbers.js";
import {numberText} from "./cell-text.js";
import {type CellValue, evaluate} from "./formula.js";
import type {MergedDown} from "./merged.js";
import {readXml, type Sheet, unescapeText, type Workbook} from "./xlsx-workbook.js";

/** One filled cell, by 0-based column; `flaw` where it holds no value. What shows an error has its text: #REF!. */
export interface GridCell {
  readonly column: number;
  readonly text: string;
  readonly flaw?: "formula_without_value";
  readonly computed?: boolean;
}

export interface GridRow {
  readonly row: number;
  readonly cells: readonly GridCell[];
}

export interface SheetSummary {
  lastRow: number;
  declaredColumns: number;
  merged: number;
  hidden: number;
}

interface Pending {
  column: number;
  type: string;
  style: number;
  value: string | undefined;
  inline: string;
  formula: string | undefined;
}

/**
 * Streams the rows of a sheet that hold anything, in order.
 * @param take receives each row; it returns false to stop
 */
export async function readSheet(
  zip: Zip,
  sheet: Sheet,
  {workbook, name, take}: {workbook: Workbook; name: string; take: (row: GridRow) => boolean},
): Promise<SheetSummary> {
  const summary: SheetSummary = {lastRow: 0, declaredColumns: 0, merged: 0, hidden: 0};
  const shared = new Map<string, {text: string; row: number; column: number}>();
  let row = 0;
  let pending: Pending[] = [];
  let cell: Pending | undefined;
  let into: "value" | "inline" | "formula" | undefined;
  let phonetic = false;
  let isHidden = false;
  let stopped = false;
  const open = (tag: string, at: Readonly<Record<string, string>>) => {
    if (tag === "c") {
      const column = at.r === undefined ? (pending.at(-1)?.column ?? -1) + 1 : columnIndex(at.r);
      if (column >= limits.columns) throw tooManyColumns(name);
      cell = {
        column,
        type: at.t ?? "n",
        style: Number(at.s ?? 0),
        value: undefined,
        inline: "",
        formula: undefined,
      };
    } else if (tag === "v") {
      into = "value";
      if (cell) cell.value = "";
    } else if (tag === "t") into = phonetic ? undefined : "inline";
    else if (tag === "rPh") phonetic = true;
    else if (tag === "f" && cell) {
      into = "formula";
      cell.formula = "";
      if (at.t === "shared") {
        const base = shared.get(at.si ?? "");
        if (base) cell.formula = shift(base, {row, column: cell.column});
        else shared.set(at.si ?? "", {text: "", row, column: cell.column});
        if (!base) cell.inline = `si:${at.si}`;
      }
    } else if (tag === "row") {
      row = at.r === undefined ? row + 1 : Number(at.r);
      isHidden = at.hidden === "1" || at.hidden === "true";
      summary.lastRow = Math.max(summary.lastRow, row);
      pending = [];
    } else if (tag === "dimension") summary.declaredColumns = columnIndex((at.ref ?? "").split(":").at(-1) ?? "") + 1;
    else if (tag === "mergeCell") summary.merged++;
  };
  const close = (tag: string) => {
    if (tag === "v" || tag === "t" || tag === "f") {
      if (tag === "f" && cell?.inline.startsWith("si:")) {
        shared.get(cell.inline.slice(3))!.text = cell.formula ?? "";
        cell.inline = "";
      }
      into = undefined;
    } else if (tag === "rPh") phonetic = false;
    else if (tag === "c" && cell) {
      if (cell.value !== undefined || cell.inline !== "" || cell.formula !== undefined) pending.push(cell);
      cell = undefined;
    } else if (tag === "row" && !stopped && pending.length > 0) {
      const cells = settle(pending, {row, workbook});
      if (cells.length > 0) {
        if (isHidden) summary.hidden++;
        stopped = !take({row, cells});
      }
    }
  };
  const text = (piece: string) => {
    if (!cell || !into) return;
    if (into === "value") cell.value += piece;
    else if (into === "inline") cell.inline += piece;
    else cell.formula += piece;
  };
  const found = await readXml(zip, sheet.path, {name, events: {open, close, text}, stop: () => stopped});
  if (!found) throw missing(name, sheet.name);
  return summary;
}

/** The cells merged down, which a sheet names after its last row: found without reading the rows. */
export async function readMergedDown(zip: Zip, {path}: Sheet, name: string): Promise<MergedDown[]> {
  const entry = zip.entries.get(path);
  const found: MergedDown[] = [];
  let rest = "";
  if (entry)
    for await (const chunk of (await zip.stream(entry)).pipe(guardSize(name, entry.compressedSize))) {
      const bytes = chunk as Buffer;
      if (rest === "" && !bytes.includes("mergeCell") && !bytes.includes("<", bytes.length - 12)) continue;
      const text = rest + bytes.toString("latin1");
      for (const [, ref] of text.matchAll(/mergeCell\s[^>]*?ref="([^"]*)"[^>]*>/g)) {
        const [from = "", to = ""] = ref!.split(":");
        const [top, bottom] = [from, to].map((cell) => Number(cell.replace(/^\D+/, ""))) as [number, number];
        if (bottom > top) found.push({column: columnIndex(from), top, bottom});
      }
      const open = text.lastIndexOf("<");
      rest = text.indexOf(">", open) < 0 ? text.slice(open).slice(0, 200) : "";
    }
  return found;
}

/** The texts of a row's cells; formulas without a result are computed where they are simple. */
function settle(pending: readonly Pending[], {row, workbook}: {row: number; workbook: Workbook}): GridCell[] {
  const byColumn = new Map<number, Pending>();
  for (const each of pending) byColumn.set(each.column, each);
  const cellAt: CellValue = (letters, at) => {
    if (at !== row) return undefined;
    const other = byColumn.get(columnIndex(letters));
    if (other === undefined) return 0;
    if (other.type !== "n" || other.value === undefined || other.value === "") return undefined;
    const value = Number(other.value);
    return Number.isFinite(value) ? value : undefined;
  };
  const cells: GridCell[] = [];
  for (const each of byColumn.values()) {
    const {column, formula} = each;
    if (formula !== undefined && each.value === undefined && each.inline === "") {
      const result = formula === "" ? undefined : evaluate(formula, cellAt);
      if (result === undefined) cells.push({column, text: `=${formula}`, flaw: "formula_without_value"});
      else cells.push({column, text: storedNumber(String(result)), computed: true});
      continue;
    }
    const text = cellText(each, workbook);
    if (text !== "") cells.push({column, text});
  }
  return cells.sort((a, b) => a.column - b.column);
}

function cellText({type, style, value, inline}: Pending, workbook: Workbook): string {
  if (type === "inlineStr") return unescapeText(inline);
  if (value === undefined || value === "") return inline;
  if (type === "s") return workbook.strings[Number(value)] ?? "";
  if (type === "b") return value === "1" || value === "true" ? "true" : "false";
  if (type === "str" || type === "e") return unescapeText(value);
  if (type === "d")
    return value
      .replace("T", " ")
      .replace(/(\.0+)?Z?$/, "")
      .replace(/ 00:00:00$/, "");
  return numberText(value, workbook.kinds[style], workbook.date1904);
}

/** @example columnIndex("AA7") // 26 */
export function columnIndex(reference: string): number {
  let index = 0;
  for (let at = 0; at < reference.length && at < 8; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return index - 1;
}

/** A shared formula as it reads in another cell of the same column. */
function shift(
  base: {text: string; row: number; column: number},
  {row, column}: {row: number; column: number},
): string {
  if (column !== base.column) return "";
  return base.text.replace(
    /(\$?[A-Z]{1,3})(\$?)(\d+)/g,
    (_, letters: string, fixed: string, at: string) =>
      `${letters}${fixed}${fixed === "" ? Number(at) + row - base.row : at}`,
  );
}

const missing = (name: string, sheet: string) =>
  new ReportError("damaged_workbook", name, {
    what: {zh: `工作表“${sheet}”缺失`, en: `the sheet "${sheet}" is missing`},
    fix: {zh: "请在 Excel 中打开并另存为新的 .xlsx", en: "open it in a spreadsheet program and save it as a new .xlsx"},
  });
