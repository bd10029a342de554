import type {z} from "zod";
import {type Published, tables} from "../../src/marts/list.js";
import type {MartRow, Table} from "../../src/marts/shape/table.js";
import {cellsOf, knownOf, type PublishedTable} from "./cells.js";
import {determinedShares, sharesIn} from "./determined.js";
import {counted, gridSums, numbersIn} from "./grids.js";
import {sumsOf} from "./inference.js";
import {ofThings, withholdings} from "./people.js";

/** A number that was withheld and can be had all the same. */
export interface Leak {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly why: string;
}

/**
 * All that follows from what is published, with nothing else known: numbers of their own that withheld rows still
 * carry, and withheld shares that the same number elsewhere, totals, months, teams, bases, crosses and lists determine.
 */
export function attack(published: Published): Leak[] {
  return attackTables(
    new Map(
      Object.entries<Table>(tables).map(([name, table]) => [
        name,
        counted(name, {table, rows: published[name as keyof Published], withholding: withholdings[name]}),
      ]),
    ),
    published,
  );
}

function attackTables(given: ReadonlyMap<string, PublishedTable>, published: Published): Leak[] {
  const cells = cellsOf(given);
  const shown = knownOf(cells);
  const sums = [...sumsOf({tables: given, cells, known: shown}), ...gridSums({published, cells, known: shown})];
  const known = new Map([...shown, ...numbersIn(sums)]);
  const worked = determinedShares({tables: given, shares: sharesIn(cells, given), known, sums}).map(({cell, why}) => ({
    table: cell.table,
    row: keyOf(given.get(cell.table)!, cell.row),
    column: cell.column,
    why,
  }));
  const people = [...given].filter(([name]) => !ofThings.includes(name));
  return [...people.flatMap(([name, each]) => ownNumbers(name, each)), ...worked];
}

const keyOf = ({table, rows}: PublishedTable, row: number): string =>
  table.grain.map((column) => String(rows[row]![column])).join(" ");

/** Numbers of a withheld row that are neither its key nor of the whole. */
function ownNumbers(name: string, each: PublishedTable): Leak[] {
  const {table, rows, withholding: {flag = "flag", stays = []} = {}} = each;
  const {shape} = table.row as unknown as z.ZodObject;
  const isOwn = (row: MartRow, column: string) =>
    typeof row[column] === "number" && !table.grain.includes(column) && !stays.includes(column);
  return rows.flatMap((row, index) =>
    row[flag] === "suppressed"
      ? Object.keys(shape)
          .filter((column) => isOwn(row, column))
          .map((column) => ({table: name, row: keyOf(each, index), column, why: `stands there: ${row[column]}`}))
      : [],
  );
}
