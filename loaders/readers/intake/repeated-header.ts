import {normalHeader} from "../../mapping/spelling.js";
import {isBlank} from "./blank.js";
import {holdsData} from "./looks.js";
import {unwrapFormula} from "./text-formula.js";

type Cells = readonly (string | null)[];

/** Knows the header of a file when it comes again among the records, as exports written page by page repeat it. */
export class RepeatedHeader {
  readonly #names: readonly string[];
  readonly #all: ReadonlySet<string>;

  /** @param header the cells of a header of one line; none = nothing is ever it */
  constructor(header: Cells) {
    this.#names = header.length > 1 ? header.map((cell) => fold(cell ?? "")) : [];
    this.#all = new Set(this.#names.filter((name) => name !== ""));
  }

  /** same: the names stand in their columns again · other: the same names in other columns · undefined: a record. */
  look(cells: Cells): "same" | "other" | undefined {
    const first = cells.find((cell) => !isBlank(cell));
    if (this.#all.size === 0 || first === undefined || !this.#isName(first!)) return undefined;
    const filled = cells.flatMap((cell, place) => (isBlank(cell) ? [] : [{name: fold(cell!), place}]));
    const known = filled.filter(({name}) => this.#all.has(name));
    if (known.length < 2 || known.length < 0.6 * filled.length) return undefined;
    const inPlace = known.filter(({name, place}) => this.#names[place] === name).length;
    if (inPlace === known.length) return inPlace === this.#all.size || !holdsData(cells) ? "same" : undefined;
    return known.length === filled.length && known.length === this.#all.size ? "other" : undefined;
  }

  #isName(cell: string): boolean {
    const quick = cell.trim().toLowerCase();
    if (this.#all.has(quick)) return true;
    return (quick.startsWith("=") || /[^\u0020-\u007e]/.test(cell)) && this.#all.has(fold(cell));
  }
}

const fold = (cell: string): string => normalHeader(unwrapFormula(cell));
