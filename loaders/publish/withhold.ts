import {groupRows} from "../../src/marts/shape/groups.js";
import type {MartRow} from "../../src/marts/shape/table.js";
import {withheldRow} from "../../src/marts/shape/withholding.js";
import type {CountSum} from "../../src/stats/privacy/narrow-counts.js";
import {type Cell, cellsOf, knownOf, type PublishedTable} from "./cells.js";
import {type Determined, determinedShares, isWithheld, sharesIn} from "./determined.js";
import {sumsOf} from "./inference.js";

/**
 * Takes from withheld rows every number of their own, and withholds besides, in whichever table, what would let a
 * withheld number be worked out: the same count elsewhere, or the next smallest of a sum of which only one is hidden.
 * It goes on until nothing follows any more, from what is shown at the end too.
 */
export function withheld(given: ReadonlyMap<string, PublishedTable>): Map<string, PublishedTable> {
  const own = [...given].map(
    ([name, each]) => [name, {...each, rows: each.rows.map((row) => ownWithheld(row, each))}] as const,
  );
  const tables = new Map<string, PublishedTable>(own);
  for (;;) {
    const cells = cellsOf(tables);
    const known = knownOf(cells);
    const before = known.size;
    hideTelling(tables, {cells, known});
    if (known.size === before) return tables;
    dropHidden(tables, {cells, known});
  }
}

/** Hides rows of these tables until nothing withheld follows from the sums that the shown numbers obey. */
function hideTelling(
  tables: Map<string, PublishedTable>,
  {cells, known}: {cells: readonly Cell[]; known: Map<string, number>},
): void {
  const sums = sumsOf({tables, cells, known});
  const [shares, search] = [sharesIn(cells, tables), searchIn(cells, sums)];
  const rows = groupRows(cells, rowOf);
  for (;;) {
    const found = determinedShares({tables, shares, known, sums});
    const hidden = partners(found, {...search, tables, known});
    if (hidden.length === 0) return;
    for (const cell of hidden) {
      hide(cell, tables);
      for (const {name, table, row, column} of rows.get(rowOf(cell))!)
        if (tables.get(table)!.rows[row]![column] === null) known.delete(name);
    }
  }
}

const rowOf = ({table, row}: Cell): string => `${table} ${row}`;

function ownWithheld(row: MartRow, {table}: PublishedTable): MartRow {
  const {flag} = table.withholding ?? {};
  return flag && row[flag] === "suppressed" ? withheldRow(row, {table, reason: ""}) : row;
}

interface Search {
  readonly byName: ReadonlyMap<string, Cell>;
  /** By name of a count, the sums that it stands in. */
  readonly around: ReadonlyMap<string, readonly CountSum[]>;
}

function searchIn(cells: readonly Cell[], sums: readonly CountSum[]): Search {
  const around = new Map<string, CountSum[]>();
  for (const sum of sums)
    for (const name of [...sum.parts, String(sum.total)]) {
      const own = around.get(name);
      if (own) own.push(sum);
      else around.set(name, [sum]);
    }
  return {byName: new Map(cells.map((cell) => [cell.name, cell])), around};
}

type Place = Search & {tables: ReadonlyMap<string, PublishedTable>; known: ReadonlyMap<string, number>};

/** For each that is determined, one shown count of a sum that it stands in: the same number elsewhere, or the smallest. */
function partners(found: readonly Determined[], place: Place): Cell[] {
  const touched = new Set<CountSum>();
  const chosen = new Map<string, Cell>();
  for (const {by} of found) {
    const own = place.around.get(by) ?? [];
    const twins = own.filter(({parts}) => parts.length === 1).flatMap(({parts, total}) => [parts[0]!, String(total)]);
    const same = twins.filter((name) => name !== by && canGo(name, place)).map((name) => place.byName.get(name)!);
    for (const cell of same) chosen.set(rowOf(cell), cell);
    const alike = [by, ...twins].flatMap((name) => place.around.get(name) ?? []);
    const lines = [...new Set(alike)].filter(({parts}) => parts.length > 1);
    if (same.length > 0 || lines.some((sum) => touched.has(sum))) continue;
    const next = smallest(
      lines.flatMap(({parts}) => parts.filter((name) => name !== by)),
      place,
    );
    if (!next) continue;
    for (const sum of lines) touched.add(sum);
    chosen.set(rowOf(next), next);
  }
  return [...chosen.values()];
}

/** Whether it is shown, and its table may withhold it. */
function canGo(name: string, {byName, tables, known}: Place): boolean {
  const cell = byName.get(name);
  return (
    cell !== undefined &&
    known.has(name) &&
    tables.get(cell.table)!.table.withholding !== undefined &&
    !isWithheld(cell, tables)
  );
}

/** The smallest of these that is shown and hides anything; what is left of a base goes with its part. */
function smallest(names: readonly string[], place: Place): Cell | undefined {
  const members = names
    .map((name) => ({part: name.replace(/^rest of /, ""), isRest: name.startsWith("rest of ")}))
    .filter(({part}) => canGo(part, place))
    .map(({part, isRest}) => ({cell: place.byName.get(part)!, size: isRest ? 1 : place.known.get(part)!}));
  return members.filter(({size}) => size > 0).sort((a, b) => a.size - b.size || (a.cell.name < b.cell.name ? -1 : 1))[0]
    ?.cell;
}

function hide({table: name, row: index}: Cell, tables: Map<string, PublishedTable>): void {
  const {table, rows} = tables.get(name)!;
  const {jointly = [], instead} = table.withholding!;
  const own = rows[index]!;
  const isBeside = (row: MartRow) =>
    jointly.length > 0 && table.grain.every((column) => column === "member" || row[column] === own[column]);
  const without = Object.fromEntries(jointly.map((column) => [column, instead?.[column] ?? null]));
  const made = rows.map((row, at) =>
    at === index ? withheldRow(row, {table, reason: "complement"}) : isBeside(row) ? {...row, ...without} : row,
  );
  tables.set(name, {table, rows: made});
}

/** A table only of what may be told loses the rows that may not. */
function dropHidden(
  tables: Map<string, PublishedTable>,
  {cells, known}: {cells: readonly Cell[]; known: ReadonlyMap<string, number>},
): void {
  for (const [name, {table, rows}] of tables) {
    if (!table.withholding?.drops) continue;
    const gone = new Set(cells.filter((cell) => cell.table === name && !known.has(cell.name)).map(({row}) => row));
    tables.set(name, {table, rows: rows.filter((_, index) => !gone.has(index))});
  }
}
