import {normalHeader} from "../../mapping/spelling.js";
import {cutText} from "../../messages/cut.js";
import {columnNames, locateHeader} from "../intake/header.js";
import {headerBelowData} from "../intake/header-errors.js";
import {TableIntake} from "../intake/intake.js";
import {limits} from "../intake/limits.js";
import {note} from "../intake/notes.js";
import type {ReadContext} from "../intake/part.js";
import {extraHeaders} from "../intake/second-header.js";
import type {FileNote} from "../intake/types.js";
import {MergedCells, type MergedDown} from "./merged.js";
import type {GridCell, GridRow} from "./xlsx-sheet.js";

const headRows = 300;

/** Turns the rows of a sheet into records: finds the header, then takes row by row. */
export class Grid {
  readonly notes: FileNote[] = [];
  computed = 0;
  #head: GridRow[] = [];
  #intake: TableIntake | undefined;
  /** sheet column → place in the record, for columns that have a header or content */
  #places = new Map<number, number>();
  #columns: string[] = [];
  #last = 0;
  #merged = new MergedCells([]);
  readonly #context: ReadContext;
  readonly #file: string;
  readonly #wanted: ReadonlySet<string>;

  constructor(context: ReadContext, file: string) {
    this.#context = context;
    this.#file = file;
    this.#wanted = new Set(context.wanted.map(normalHeader));
  }

  take(row: GridRow): void {
    if (this.#intake) this.#record(row);
    else if (this.#head.push(row) >= headRows) this.#begin();
  }

  /** Cells that are merged down; said before the first row. */
  mergeDown(ranges: readonly MergedDown[]): void {
    this.#merged = new MergedCells(ranges);
  }

  /** Headers of the columns that hold something. */
  get columns(): readonly string[] {
    return this.#columns;
  }

  async finish(file: string): Promise<{
    intake: TableIntake;
    counts: {rows_in: number; rows_loaded: number; rows_rejected: number; rows_set_aside: number};
  }> {
    if (!this.#intake) this.#begin();
    if (this.computed > 0) this.notes.push(note("computed", {count: this.computed}));
    const {filled, numbers} = this.#merged;
    if (filled > 0) this.notes.push(note("merged_down", {count: filled}));
    if (numbers > 0) this.notes.push(note("merged_numbers", {count: numbers}));
    const intake = this.#intake!;
    return {intake, counts: await intake.finish(this.#context, file)};
  }

  #begin(): void {
    const {options, wanted} = this.#context;
    const head = this.#head;
    const used = new Set<number>();
    for (const {cells} of head) for (const {column} of cells) used.add(column);
    const order = [...used].sort((a, b) => a - b);
    const dense = (row: GridRow) => {
      const byColumn = new Map(row.cells.map((cell) => [cell.column, cell.text]));
      return order.map((column) => byColumn.get(column) ?? null);
    };
    // rows as the sheet numbers them, empty ones included, so that skip_rows counts what the eye sees
    const lines = head.slice(0, 100).map((row) => ({row: row.row, cells: dense(row)}));
    const at = options.skip_rows === undefined ? undefined : lines.findIndex(({row}) => row > options.skip_rows!);
    const place = locateHeader(
      lines.map(({cells}) => cells),
      {
        width: order.length,
        wanted,
        ...(at !== undefined && at >= 0 && {skip: at}),
        ...(options.header_rows !== undefined && {rows: options.header_rows}),
      },
    );
    if (place.below !== undefined) throw headerBelowData(this.#file, lines[place.below]!);
    const header = lines.slice(place.skip, place.skip + place.rows).map(({cells}) => cells);
    const names = columnNames(header, order.length);
    const renamed = names.map((name, index) => (name === `c${index + 1}` ? `c${order[index]! + 1}` : name));
    this.#columns = new Set(renamed).size === renamed.length ? renamed : names;
    for (const [index, column] of order.entries()) this.#places.set(column, index);
    const twice = this.#columns.filter((name) => / \(\d+\)$/.test(name) && !header[0]?.includes(name));
    if (twice.length > 0) this.notes.push(note("duplicate_header", {names: twice.join(", ")}));
    const empty = this.#columns.filter((_, index) => place.rows > 0 && header.every((cells) => cells[index] === null));
    if (empty.length > 0)
      this.notes.push(note("empty_header", {count: empty.length, names: empty.slice(0, 10).join(", ")}));
    if (place.rows === 0 && options.header_rows !== 0 && head.length > 0) {
      const text = lines[0]?.cells.filter((cell) => cell !== null).join(" ") ?? "";
      this.notes.push(note("no_header", {text: cutText(text, 200)}));
    }
    const top = place.skip + place.rows;
    const isOne = place.rows === 1 && options.header_rows === undefined;
    const more = isOne ? extraHeaders(lines.slice(top).map(({cells}) => cells)) : 0;
    if (more > 0) this.notes.push(note("second_header", {rows: more, all: place.rows + more}));
    if (place.skip > 0) {
      const text = lines
        .slice(0, place.skip)
        .map(({cells}) => cells.filter((cell) => cell !== null).join(" "))
        .join(" · ");
      this.notes.push(
        note("preamble", {rows: (lines[place.skip]?.row ?? lines.length + 1) - 1, text: cutText(text, 200)}),
      );
    }
    this.#intake = new TableIntake(this.#context, {
      names: {columns: this.#columns},
      header: header.length === 1 ? header[0]! : [],
      file: this.#file,
    });
    for (const line of lines.slice(0, place.skip)) this.#aside(line, "preamble");
    if (place.rows > 0) {
      this.#blanksUpTo(lines[place.skip]?.row ?? 1);
      this.#last = lines[top - 1]?.row ?? 0;
    }
    for (const line of lines.slice(top, top + more)) this.#aside(line, "second_header");
    for (const row of head.slice(top + more)) this.#record(row);
    this.#head = [];
  }

  #aside(line: {row: number; cells: readonly (string | null)[]}, reason: "preamble" | "second_header"): void {
    this.#blanksUpTo(line.row);
    this.#intake!.takeAside(line, reason);
    this.#last = line.row;
  }

  /** Counts the empty rows before a row of the sheet; beyond the limit they are no rows but a gap. */
  #blanksUpTo(row: number): void {
    for (; this.#last + 1 < row && row - this.#last < limits.blankRun; this.#last++)
      this.#intake!.take({row: this.#last + 1, cells: []});
  }

  #record({row, cells}: GridRow): void {
    const intake = this.#intake!;
    this.#blanksUpTo(row);
    this.#last = row;
    const record: (string | null)[] = new Array(this.#columns.length).fill(null);
    for (const cell of cells) this.#cell(row, {cell, record});
    for (const [column, text] of this.#merged.at(row, (column) => cells.find((cell) => cell.column === column)?.text)) {
      const place = this.#places.get(column);
      if (place !== undefined) record[place] = text;
    }
    const nul = cells.some(({text}) => text.includes("\u0000"));
    intake.take(nul ? {row, cells: record, flaw: "nul_character"} : {row, cells: record});
  }

  #cell(row: number, {cell, record}: {cell: GridCell; record: (string | null)[]}): void {
    const place = this.#places.get(cell.column);
    if (cell.computed) this.computed++;
    if (place === undefined)
      this.#intake!.flagCell({row, column: `c${cell.column + 1}`, value: cell.text, reason: "cell_beyond_header"});
    else if (cell.flaw === undefined) record[place] = cell.text;
    else if (this.#wanted.size === 0 || this.#wanted.has(normalHeader(this.#columns[place]!)))
      this.#intake!.flagCell({row, column: this.#columns[place]!, value: cell.text, reason: cell.flaw});
  }
}
