import {closeSync, openSync, writeSync} from "node:fs";

const quote = (cell: string) => `"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;

/**
 * A text file of our own making that the database reads without any guess: row number first, every cell quoted,
 * null = nothing between the commas. Rows are written as they come, so no file is ever held in memory.
 */
export class Stage {
  readonly path: string;
  rows = 0;
  longest = 0;
  readonly #file: number;
  #pending: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, "w");
  }

  /** Adds one record; `row` is its number in the file it came from. */
  write(row: number, cells: readonly (string | null)[]): void {
    let line = `${row}`;
    for (const cell of cells) line += cell === null || cell === "" ? "," : `,${quote(cell)}`;
    line += "\n";
    this.rows++;
    if (line.length > this.longest) this.longest = line.length;
    this.#pending.push(line);
    this.#size += line.length;
    if (this.#size > 1 << 20) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending.join(""), "utf8");
    let done = 0;
    while (done < bytes.length) done += writeSync(this.#file, bytes, done);
    this.#pending = [];
    this.#size = 0;
  }
}
