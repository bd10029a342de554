import {isBlank} from "./blank.js";
import {foldHeader} from "./header.js";
import {note} from "./notes.js";
import type {ReadContext} from "./part.js";
import type {Reason} from "./reasons.js";
import type {Reject} from "./rejects.js";
import {type ReturnedRows, returnedRows} from "./returned-rows.js";
import {Stage} from "./stage.js";
import {loadStage, type Names} from "./stage-load.js";
import type {FileNote} from "./types.js";

export const totals =
  /^[\s*—–-]*(合\s*计|总\s*计|小\s*计|汇\s*总|总\s*和|grand total|sub-?total|total|totals|sum)[\s:：*—–-]*$/i;
/** Totals rows without a word in the mapping are looked for among this many last records. */
const tailLength = 3;

interface Entry {
  readonly row: number;
  readonly cells: readonly (string | null)[];
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
  readonly #header: string;
  readonly #footer: string | undefined;
  readonly #returned: ReturnedRows | undefined;
  #held: Entry[] = [];
  #blank = {rows: 0, first: 0};
  #stray = 0;

  constructor(context: ReadContext, {names, header}: {names: Names; header: readonly (string | null)[]}) {
    this.#stage = new Stage(context.scratch("csv"));
    this.#returned = returnedRows(names.columns);
    this.#names = this.#returned ?? names;
    if (this.#returned) this.notes.push(note("returned_rows"));
    this.#header = header.length > 1 ? header.map((cell) => foldHeader(cell ?? "")).join("\u001f") : "";
    this.#footer = context.options.footer;
  }

  /** One record: `row` as a spreadsheet would number it. */
  take(entry: Entry): void {
    this.in++;
    this.#held.push(entry);
    if (this.#held.length > tailLength) this.#judge(this.#held.shift()!, false);
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
    if (flaw === undefined || flaw === "too_few_cells" || flaw === "too_many_cells") {
      const first = cells.find((cell) => !isBlank(cell));
      if (first === undefined || first === null) {
        if (this.#blank.rows++ === 0) this.#blank.first = row;
        this.aside++;
        return;
      }
      if (this.#isTotals(first.trim(), isTail)) {
        this.#setAside(entry, "totals_row", first);
        return;
      }
    }
    if (flaw !== undefined && flaw !== "stray_quote") {
      this.rejected++;
      this.rejects.push({row, reason: flaw, severity: "row", line: line ?? asLine(cells)});
      return;
    }
    if (this.#isHeader(cells)) {
      this.#setAside(entry, "repeated_header", cells[0] ?? "");
      return;
    }
    if (flaw === "stray_quote") {
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
        reason: flaw,
        severity: "cell",
        ...(line !== undefined && {line}),
      });
    }
    this.#stage.write(
      row,
      cells.map((cell) => (isBlank(cell) ? null : cell)),
    );
  }

  #isTotals(first: string, isTail: boolean): boolean {
    if (this.#footer !== undefined) return first.startsWith(this.#footer);
    return isTail && totals.test(first);
  }

  #isHeader(cells: readonly (string | null)[]): boolean {
    if (this.#header === "" || foldHeader(cells[0] ?? "") !== this.#header.slice(0, this.#header.indexOf("\u001f")))
      return false;
    return cells.map((cell) => foldHeader(cell ?? "")).join("\u001f") === this.#header;
  }

  #setAside({row, cells, line}: Entry, reason: Reason, value: string): void {
    this.aside++;
    this.rejects.push({row, value, reason, severity: "aside", line: line ?? asLine(cells)});
  }
}

/** Cells as one line of CSV, for records that never were a line of text. */
const asLine = (cells: readonly (string | null)[]) =>
  cells
    .map((cell) => (cell !== null && /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : (cell ?? "")))
    .join(",");
