import {closeSync, openSync, writeSync} from "node:fs";

const quote = (cell: string) => `"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;

export interface StagedRow {
  readonly row: number;
  readonly cells: readonly (string | null)[];
}

/**
 * Where records wait for the database. A few stay in memory; more go to a text file of our own making that the database
 * reads without any guess: row number first, every cell quoted, null = nothing between the commas.
 */
export class Stage {
  /** The file, once there is one. */
  readonly path: string;
  rows = 0;
  longest = 0;
  /** The records, as long as they are few. */
  few: StagedRow[] | undefined = [];
  #file: number | undefined;
  #pending: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** Adds one record; `row` is its number in the file it came from. */
  write(row: number, cells: readonly (string | null)[]): void {
    this.rows++;
    if (this.few) {
      this.few.push({row, cells});
      for (const cell of cells) this.#size += cell?.length ?? 1;
      if (this.#size < 1 << 18) return;
      const waiting = this.few;
      this.few = undefined;
      this.#size = 0;
      for (const each of waiting) this.#put(each);
    } else this.#put({row, cells});
  }

  close(): void {
    if (this.few) return;
    this.#flush();
    closeSync(this.#file!);
  }

  #put({row, cells}: StagedRow): void {
    let line = `${row}`;
    for (const cell of cells) line += cell === null || cell === "" ? "," : `,${quote(cell)}`;
    line += "\n";
    if (line.length > this.longest) this.longest = line.length;
    this.#pending.push(line);
    this.#size += line.length;
    if (this.#size > 1 << 20) this.#flush();
  }

  #flush(): void {
    this.#file ??= openSync(this.path, "w");
    const bytes = Buffer.from(this.#pending.join(""), "utf8");
    let done = 0;
    while (done < bytes.length) done += writeSync(this.#file, bytes, done);
    this.#pending = [];
    this.#size = 0;
  }
}
