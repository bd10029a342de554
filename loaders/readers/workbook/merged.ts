/** Cells merged down: the first has the value, the others stand empty. Rows count from 1, columns from 0. */
export interface MergedDown {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

/** Values of cells merged down, handed on to the rows below. */
export class MergedCells {
  filled = 0;
  /** Numbers are left where they stand: an amount said once for five rows is not five amounts. */
  numbers = 0;
  readonly #ranges: readonly MergedDown[];
  #next = 0;
  #open: (MergedDown & {readonly text: string})[] = [];

  constructor(ranges: readonly MergedDown[]) {
    this.#ranges = [...ranges].sort((a, b) => a.top - b.top);
  }

  /**
   * The values that the cells of a row take from above, by column.
   * @param cellAt the row's own text in a column
   */
  at(row: number, cellAt: (column: number) => string | undefined): readonly (readonly [number, string])[] {
    if (this.#next >= this.#ranges.length && this.#open.length === 0) return [];
    this.#open = this.#open.filter(({bottom}) => bottom >= row);
    const taken = this.#open.flatMap(({column, text}): (readonly [number, string])[] =>
      cellAt(column) === undefined ? [[column, text]] : [],
    );
    const values = taken.filter(([, text]) => !/^[-+]?[\d.,]+%?$/.test(text));
    this.filled += values.length;
    this.numbers += taken.length - values.length;
    for (; (this.#ranges[this.#next]?.top ?? Number.POSITIVE_INFINITY) <= row; this.#next++) {
      const range = this.#ranges[this.#next]!;
      const text = range.top === row ? cellAt(range.column) : undefined;
      if (text !== undefined) this.#open.push({...range, text});
    }
    return values;
  }
}
