import {statSync} from "node:fs";
import {fileLiteral, identifier, literal} from "../../database/sql-text.js";
import {normalHeader} from "../../mapping/spelling.js";
import type {ReadContext} from "../intake/part.js";
import {returnedRows} from "../intake/returned-rows.js";
import {isTotalsWord} from "../intake/totals.js";
import {headCells, type Layout} from "./layout.js";
import {countCells, type ScanResult, scanRecords} from "./scan.js";

/** Below this, a file is read record by record in no time. */
const smallFile = 1 << 18;
/** Rows at the head of a file by which its columns are judged at first. */
const headRows = 2_000;

/** Blank texts that the database takes for null; others are looked for after the load, where the scan saw any. */
const blanks = ["", " "];
const blankCharacters =
  " \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

/**
 * Loads a regular file directly: the database reads it with every setting given, while we count its records
 * ourselves. Only where both agree, and no record is blank, a totals row or the header again, is it kept. Where it may,
 * it stays where it is, as a view, and whoever reads it has all that to look at.
 * @returns the number of records, or undefined: nothing was loaded, the file must be read record by record
 */
export async function loadFast(
  layout: Layout,
  {context, file}: {context: ReadContext; file: string},
): Promise<number | undefined> {
  const {dialect, columns, damaged, newline, linesBefore, bytesBefore} = layout;
  if (statSync(layout.path).size < smallFile) return undefined;
  const plain = dialect.delimiter.length === 1 && dialect.quote.length <= 1 && !dialect.backslash && newline !== "\r";
  if (
    !plain ||
    damaged ||
    returnedRows(columns) !== undefined ||
    columns.length < 2 ||
    context.options.footer !== undefined ||
    linesBefore === 0
  )
    return undefined;
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ");
  const quote = dialect.quote === "" ? "''" : literal(dialect.quote);
  const from = `read_csv(${fileLiteral(layout.path)}, columns = {${types}}, auto_detect = false, header = false,
    skip = ${linesBefore}, delim = ${literal(dialect.delimiter)}, quote = ${quote}, escape = ${quote}, strict_mode = true,
    nullstr = [${blanks.map(literal).join(", ")}])`;
  const scan = () => scanRecords(layout.path, {from: bytesBefore, dialect, newline});
  const first = context.inPlace ? await scan() : undefined;
  if (context.inPlace && !first) return undefined;
  if (context.inPlace && first && isPlain(first) && layout.aside.length === 0) {
    const place = {from, file, firstRow: layout.recordsBefore + 1};
    await context.landing.leave(columns, place);
    const {records, isAscii} = first;
    const {rows, labels} = oddRecords(layout, {wanted: context.keys, isAscii});
    const head = () => headCells(layout, headRows);
    context.inPlace.found({...place, records, isAscii, odd: rows.join(" or "), labels, head});
    return records;
  }
  const loading = context.landing
    .addInOrder(columns, {from, file, firstRow: layout.recordsBefore + 1})
    .catch(() => undefined);
  const counted = first ?? (await scan());
  const loaded = await loading;
  if (loaded === undefined) return undefined;
  const agree =
    loaded.count === counted?.records &&
    (!counted.openEnds ||
      (await countCells(layout.path, {from: bytesBefore, dialect})) === loaded.count * columns.length);
  if (agree && counted.longBlanks) await emptyBlanks(context, {layout, first: loaded.first});
  if (agree && (await isRegular(context, {layout, first: loaded.first}))) return loaded.count;
  await context.landing.remove(loaded.first);
  return undefined;
}

const isPlain = ({oddCells, longBlanks, openEnds}: ScanResult): boolean => !oddCells && !longBlanks && !openEnds;

/** Cells of nothing but blanks become null. */
async function emptyBlanks(
  {connection, landing}: ReadContext,
  {layout, first}: {layout: Layout; first: number},
): Promise<void> {
  const names = layout.columns.map(identifier);
  const blank = (name: string) =>
    `(${name} < '!' or ${name} > '~') and trim(${name}, ${literal(blankCharacters)}) = ''`;
  const here = `from ${landing.table} where rowid >= ${first}`;
  const counts = await connection.runAndReadAll(
    `select ${names.map((name) => `count(*) filter (where ${blank(name)})`).join(", ")} ${here}`,
  );
  for (const [index, name] of names.entries())
    if (counts.getRows()[0]![index] !== 0n)
      await connection.run(`update ${landing.table} set ${name} = null where rowid >= ${first} and ${blank(name)}`);
}

/** No record is empty, a totals row, or the header once more. */
async function isRegular(
  {connection, landing, keys: wanted}: ReadContext,
  {layout, first}: {layout: Layout; first: number},
): Promise<boolean> {
  const all = `coalesce(${layout.columns.map(identifier).join(", ")})`;
  const {rows, labels} = oddRecords(layout, {wanted, isAscii: false});
  const found = await connection.runAndReadAll(
    `select count(*) from ${landing.table} where rowid >= ${first} and (${[...rows, ...labels.values()].join(" or ")})`,
  );
  if (found.getRows()[0]![0] !== 0n) return false;
  if (keysOf(layout, wanted).length > 0) return true;
  const last = await connection.runAndReadAll(
    `select ${all} from ${landing.table} where rowid >= ${first} and rowid > (select max(rowid) - 3 from ${landing.table})`,
  );
  return !last.getRows().some(([cell]) => isTotalsWord(String(cell).trim()));
}

/** The columns that make a record's id. */
function keysOf({columns}: Layout, wanted: readonly string[]): string[] {
  const folded = new Set(wanted.map(normalHeader));
  return columns.filter((name) => folded.has(normalHeader(name)));
}

/**
 * Conditions under which a record may be empty, and, by column, those under which its cell may be the label of a totals
 * row or stand in the header: a number alone is neither.
 */
function oddRecords(
  layout: Layout,
  {wanted, isAscii}: {wanted: readonly string[]; isAscii: boolean},
): {rows: string[]; labels: ReadonlyMap<string, string>} {
  const names = layout.columns.map(identifier);
  const all = `coalesce(${names.join(", ")})`;
  const keys = keysOf(layout, wanted);
  const labelled = keys.length > 0 ? keys : layout.columns.slice(0, 1);
  const noKey = keys.length > 0 ? [`coalesce(${keys.map(identifier).join(", ")}) is null`] : [];
  const again = layout.header.flatMap((cell) => [cell, cell.toLowerCase(), cell.toUpperCase()]);
  const repeated = again.length === 0 ? [] : [`${names[0]} in (${[...new Set(again)].map(literal).join(", ")})`];
  const isNumbered = again.some((cell) => /[0-9]/.test(cell));
  const labels = new Map(labelled.map((column) => [column, [maybeTotals(identifier(column), isAscii)]]));
  const [first = ""] = layout.columns;
  if (!isNumbered && repeated.length > 0) labels.set(first, [...repeated, ...(labels.get(first) ?? [])]);
  return {
    rows: [`(${names[0]} is null and ${all} is null)`, ...(isNumbered ? repeated : []), ...noKey],
    labels: new Map([...labels].map(([column, conditions]) => [column, conditions.join(" or ")])),
  };
}

/** What the words of totals rows have in common; record by record it is looked at closely. */
const maybeTotals = (name: string, isAscii: boolean): string =>
  ["otal", "OTAL", "Page", ...(isAscii ? [] : ["计", "总", "页"])]
    .map((part) => `contains(${name}, ${literal(part)})`)
    .join(" or ");
