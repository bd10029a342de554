import type {DuckDBConnection} from "@duckdb/node-api";
import {identifier, literal} from "../../database/sql-text.js";
import {normalHeader} from "../../mapping/spelling.js";
import type {StagedRow} from "./stage.js";

const manyRows = 5_000;

interface Waiting {
  readonly columns: readonly string[];
  readonly rows: readonly StagedRow[];
  readonly file: string;
}

/** Where the records of one target land: a text table that grows file by file, columns united by name. */
export class Landing {
  readonly columns: string[] = [];
  /** Rows of small files: each append costs the same for one row as for a thousand. */
  #waiting: Waiting[] = [];
  #waitingRows = 0;
  /** All columns as they stand in the table. */
  readonly #order: string[] = [];
  #total = 0;
  readonly #connection: DuckDBConnection;
  readonly #plainName: string;
  /** The table's name, quoted. */
  readonly table: string;
  #created = false;

  constructor(connection: DuckDBConnection, table: string) {
    this.#connection = connection;
    this.table = identifier(table);
    this.#plainName = table;
  }

  /** Adds the rows of `from`, which has the columns and `_row`. Returns how many arrived. */
  async add(columns: readonly string[], {from, file}: {from: string; file: string}): Promise<number> {
    await this.#flush();
    await this.#widen(columns);
    const names = [...columns, "_row"].map(identifier).join(", ");
    await this.#connection.run(
      `insert into ${this.table} (${this.#settled([...columns, "_row"])}, _file) select ${names}, ${literal(file)} from ${from}`,
    );
    return this.#arrived();
  }

  /** Takes a few rows that are in memory; they arrive with the next ones, at the latest when the table is ready. */
  async append({columns, rows, file}: Waiting): Promise<number> {
    this.#waiting.push({columns, rows, file});
    this.#waitingRows += rows.length;
    if (this.#waitingRows >= manyRows) await this.#flush();
    return rows.length;
  }

  /**
   * Adds the rows of `from` in their order there, numbering them from `firstRow`.
   * @throws what the database throws; the table is then as before
   */
  async addInOrder(
    columns: readonly string[],
    {from, file, firstRow}: {from: string; file: string; firstRow: number},
  ): Promise<{count: number; first: number}> {
    await this.#flush();
    const names = columns.map(identifier).join(", ");
    const rows = `select ${names}, ${literal(file)} as _file from ${from}`;
    if (this.#created) await this.#widen(columns);
    await this.#keepingOrder(async () => {
      if (this.#created)
        await this.#connection.run(`insert into ${this.table} (${this.#settled(columns)}, _file) ${rows}`);
      else await this.#connection.run(`create table ${this.table} as ${rows}`);
    });
    if (!this.#created) {
      await this.#connection.run(`alter table ${this.table} add column _row bigint`);
      this.#created = true;
      this.columns.push(...columns);
      this.#order.push(...columns, "_file", "_row");
    }
    await this.#arrived();
    const [span] = await this.#rows(
      `select count(*), coalesce(min(rowid), 0), coalesce(max(rowid), -1) from ${this.table} where _row is null`,
    );
    const [count, first, last] = (span as bigint[]).map(Number) as [number, number, number];
    if (last - first + 1 !== count) throw new Error(`rows of ${file} are not in order`);
    const filter = first > 0 ? " where _row is null" : "";
    await this.#connection.run(`update ${this.table} set _row = rowid + ${firstRow - first}${filter}`);
    return {count, first};
  }

  /** Leaves the rows of `from` where they are: the table becomes a view of them in their order, numbered from `firstRow`. */
  async leave(
    columns: readonly string[],
    {from, file, firstRow}: {from: string; file: string; firstRow: number},
  ): Promise<void> {
    await this.#connection.run(
      `create view ${this.table} as select ${columns.map(identifier).join(", ")}, ${literal(file)} as _file, row_number() over () + ${firstRow - 1} as _row from ${from}`,
    );
    this.columns.push(...columns);
  }

  /** Takes back the rows from `first` on. */
  async remove(first: number): Promise<void> {
    await this.#flush();
    await this.#connection.run(`delete from ${this.table} where rowid >= ${first}`);
    await this.#arrived();
  }

  /** Makes sure that there is a table, even without any file. */
  async ready(): Promise<void> {
    await this.#flush();
    await this.#widen([]);
  }

  /** @throws where the database counts other than we do */
  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const [waiting, expected] = [this.#waiting, this.#waitingRows];
    [this.#waiting, this.#waitingRows] = [[], 0];
    await this.#widen(waiting.flatMap(({columns}) => columns));
    if (expected === 0) return;
    const appender = await this.#connection.createAppender(this.#plainName);
    for (const {columns, rows, file} of waiting) {
      const places = new Map(columns.map((column, index) => [normalHeader(column), index]));
      const sources = this.#order.map((name) =>
        name === "_file" || name === "_row" ? name : places.get(normalHeader(name)),
      );
      for (const {row, cells} of rows) {
        for (const source of sources) {
          const cell = source === "_file" ? file : source === undefined ? null : cells[source as number];
          if (source === "_row") appender.appendBigInt(BigInt(row));
          else if (cell === null || cell === undefined || cell === "") appender.appendNull();
          else appender.appendVarchar(cell);
        }
        appender.endRow();
      }
    }
    appender.closeSync();
    const arrived = await this.#arrived();
    if (arrived !== expected) throw new Error(`${expected} rows of ${waiting[0]!.file} …, ${arrived} arrived`);
  }

  async #widen(columns: readonly string[]): Promise<void> {
    const known = new Set(this.columns.map(normalHeader));
    const fresh = columns.filter((column) => !known.has(normalHeader(column)) && known.add(normalHeader(column)));
    if (!this.#created) {
      const list = [...fresh.map((column) => `${identifier(column)} varchar`), "_file varchar", "_row bigint"];
      await this.#connection.run(`create table ${this.table} (${list.join(", ")})`);
      this.#created = true;
      this.#order.push(...fresh, "_file", "_row");
    } else {
      for (const column of fresh)
        await this.#connection.run(`alter table ${this.table} add column ${identifier(column)} varchar`);
      this.#order.push(...fresh);
    }
    this.columns.push(...fresh);
  }

  /** The columns as the table calls them: other files may write the same header otherwise (ＩＤ, Id). */
  #settled(columns: readonly string[]): string {
    const known = new Map(this.#order.map((name) => [normalHeader(name), name]));
    return columns.map((column) => identifier(known.get(normalHeader(column)) ?? column)).join(", ");
  }

  /** Rows must arrive in file order, whatever the connection is set to. */
  async #keepingOrder(load: () => Promise<unknown>): Promise<void> {
    const [setting] = await this.#rows("select current_setting('preserve_insertion_order')");
    if (setting![0] === true) await load();
    else {
      await this.#connection.run("set preserve_insertion_order = true");
      try {
        await load();
      } finally {
        await this.#connection.run("set preserve_insertion_order = false");
      }
    }
  }

  /** How many rows there are more than before, by the database's own count. */
  async #arrived(): Promise<number> {
    const before = this.#total;
    this.#total = Number((await this.#rows(`select count(*) from ${this.table}`))[0]![0]);
    return this.#total - before;
  }

  async #rows(sql: string): Promise<unknown[][]> {
    return (await this.#connection.runAndReadAll(sql)).getRows();
  }
}
