import {normalHeader} from "../../mapping/spelling.js";
import {isBlank} from "./blank.js";
import {headerChanged} from "./header-errors.js";
import {note} from "./notes.js";
import {isPageLine} from "./page-line.js";
import type {ReadContext} from "./part.js";
import type {Reason} from "./reasons.js";
import type {Reject} from "./rejects.js";
import {RepeatedHeader} from "./repeated-header.js";
import {type ReturnedRows, returnedRows} from "./returned-rows.js";
import {Stage} from "./stage.js";
import {loadStage, type Names} from "./stage-load.js";
import {unwrapFormula} from "./text-formula.js";
import {isTotalsRow, isTotalsWord} from "./totals.js";
import type {FileNote} from "./types.js";

/** Totals rows are known by their word alone among this many last records. */
const tailLength = 3;

type Cells = readonly (string | null)[];

export interface Entry {
  readonly row: number;
  readonly cells: Cells;
  readonly flaw?: Reason;
  readonly line?: string | undefined;
}

/**
 * Takes the records of one part one by one and decides what each of them is: loaded, rejected, or set aside (blank,
 * totals, the header once more). Counts all of them.
 */
export class TableIntake {
  in = 0;
  rejected = 0;
  aside = 0;
  readonly rejects: Reject[] = [];
  readonly notes: FileNote[] = [];
  readonly #stage: Stage;
  readonly #names: Names;
  readonly #header: RepeatedHeader;
  readonly #keys: readonly number[];
  readonly #footer: string | undefined;
  readonly #returned: ReturnedRows | undefined;
  readonly #file: string;
  #held: Entry[] = [];
  #blank = {rows: 0, first: 0};
  #stray = 0;
  #formulas = 0;
  #usual = 0;

  constructor(context: ReadContext, {names, header, file}: {names: Names; header: Cells; file: string}) {
    this.#stage = new Stage(context.scratch("csv"));
    this.#returned = returnedRows(names.columns);
    this.#names = this.#returned ?? names;
    if (this.#returned) this.notes.push(note("returned_rows"));
    this.#header = new RepeatedHeader(header);
    const keys = new Set(context.keys.map(normalHeader));
    this.#keys = this.#names.columns.flatMap((name, place) => (keys.has(normalHeader(name)) ? [place] : []));
    this.#footer = context.options.footer;
    this.#file = file;
  }

  /** One record: `row` as a spreadsheet would number it. */
  take(entry: Entry): void {
    this.in++;
    this.#held.push(entry);
    if (this.#held.length > tailLength) this.#judge(this.#held.shift()!, false);
  }

  /** A line that is no record: above the header, or more of it. */
  takeAside(entry: Entry, reason: "preamble" | "second_header"): void {
    this.in++;
    if (entry.cells.every(isBlank)) this.#takeBlank(entry.row);
    else this.#setAside(entry, reason, entry.cells.find((cell) => !isBlank(cell)) ?? "");
  }

  /** A cell that could not be taken; its row is. */
  flagCell(reject: Omit<Reject, "severity">): void {
    this.rejects.push({...reject, severity: "cell"});
  }

  /** Loads what was taken. */
  async finish(
    context: ReadContext,
    file: string,
  ): Promise<{rows_in: number; rows_loaded: number; rows_rejected: number; rows_set_aside: number}> {
    for (const entry of this.#held) this.#judge(entry, true);
    this.#held = [];
    this.#stage.close();
    if (this.#blank.rows > 0) this.notes.push(note("blank_rows", this.#blank));
    if (this.#stray > 0) this.notes.push(note("stray_quotes", {rows: this.#stray}));
    if (this.#formulas > 0) this.notes.push(note("text_formulas", {count: this.#formulas}));
    const loaded = await loadStage(context, {stage: this.#stage, names: this.#names, file});
    if (loaded !== this.#stage.rows || this.in !== loaded + this.rejected + this.aside)
      throw new Error(
        `${file}: ${this.in} records in, ${loaded} loaded, ${this.rejected} rejected, ${this.aside} set aside`,
      );
    return {rows_in: this.in, rows_loaded: loaded, rows_rejected: this.rejected, rows_set_aside: this.aside};
  }

  #judge(entry: Entry, isTail: boolean): void {
    if (!this.#returned) this.#settle(entry, isTail);
    else if ((entry.flaw ?? "too_few_cells") === "too_few_cells" && this.#returned.isUncorrected(entry.cells))
      this.#setAside(entry, "not_corrected", "");
    else this.#settle({...entry, cells: this.#returned.own(entry.cells)}, isTail);
  }

  #settle(entry: Entry, isTail: boolean): void {
    const {row, cells, flaw, line} = entry;
    const first = cells.find((cell) => !isBlank(cell));
    if (flaw === undefined || flaw === "too_few_cells" || flaw === "too_many_cells") {
      if (first === undefined || first === null) {
        this.#takeBlank(row);
        return;
      }
      if (this.#isTotals(cells, {first: first.trim(), isTail})) {
        this.#setAside(entry, "totals_row", first);
        return;
      }
      if (this.#names.columns.length > 1 && isPageLine(cells)) {
        this.#setAside(entry, "page_line", first);
        return;
      }
    }
    if (flaw !== undefined && flaw !== "stray_quote") {
      this.rejected++;
      this.rejects.push({row, reason: flaw, severity: "row", line: line ?? asLine(cells)});
      return;
    }
    const again = this.#header.look(cells);
    if (again === "other") throw headerChanged(this.#file, {row, cells});
    if (again === "same") {
      this.#setAside(entry, "repeated_header", first ?? "");
      return;
    }
    if (flaw === "stray_quote") this.#takeStrayQuote(entry);
    this.#usual = cells.filter((cell) => !isBlank(cell)).length;
    this.#stage.write(
      row,
      cells.map((cell) => (isBlank(cell) ? null : this.#plain(cell!))),
    );
  }

  #plain(cell: string): string {
    const inner = unwrapFormula(cell);
    if (inner !== cell) this.#formulas++;
    return inner;
  }

  #takeBlank(row: number): void {
    if (this.#blank.rows++ === 0) this.#blank.first = row;
    this.aside++;
  }

  #takeStrayQuote({row, cells, line}: Entry): void {
    this.#stray++;
    const index = Math.max(
      0,
      cells.findIndex((cell) => cell?.includes('"') || cell?.includes("'")),
    );
    const column = this.#names.columns[index];
    this.rejects.push({
      row,
      ...(column !== undefined && {column}),
      value: cells[index] ?? "",
      reason: "stray_quote",
      severity: "cell",
      ...(line !== undefined && {line}),
    });
  }

  #isTotals(cells: Cells, {first, isTail}: {first: string; isTail: boolean}): boolean {
    if (this.#footer !== undefined && first.startsWith(this.#footer)) return true;
    if (isTail && this.#keys.length === 0 && isTotalsWord(first)) return true;
    return isTotalsRow(cells, {keys: this.#keys, usual: this.#usual});
  }

  #setAside({row, cells, line}: Entry, reason: Reason, value: string): void {
    this.aside++;
    this.rejects.push({row, value, reason, severity: "aside", line: line ?? asLine(cells)});
  }
}

/** Cells as one line of CSV, for records that never were a line of text. */
const asLine = (cells: Cells) =>
  cells
    .map((cell) => (cell !== null && /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : (cell ?? "")))
    .join(",");
