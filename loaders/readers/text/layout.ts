import {closeSync, openSync, readSync, statSync} from "node:fs";
import {cutText} from "../../messages/cut.js";
import {chunkFor} from "../bytes/chunk.js";
import {isBlank} from "../intake/blank.js";
import {columnNames, type HeaderPlace, locateHeader} from "../intake/header.js";
import {headerBelowData} from "../intake/header-errors.js";
import type {Entry} from "../intake/intake.js";
import {limits, tooManyColumns} from "../intake/limits.js";
import {note} from "../intake/notes.js";
import type {ReadContext} from "../intake/part.js";
import {extraHeaders} from "../intake/second-header.js";
import type {FileNote} from "../intake/types.js";
import {detectDialect} from "./dialect.js";
import {headRecords} from "./head.js";
import type {Dialect} from "./parse.js";

const headSize = 1 << 19;

/** What was found out about a text file before its records are read. */
export interface Layout {
  readonly path: string;
  readonly dialect: Dialect;
  readonly columns: readonly string[];
  readonly header: readonly string[];
  /** Cells that most records have: more than there are columns where each ends with a delimiter too many. */
  readonly widest: number;
  /** Records and bytes before the first data record, the byte-order mark included. */
  readonly recordsBefore: number;
  readonly bytesBefore: number;
  readonly linesBefore: number;
  /** The lines before the first data record that are not the header. */
  readonly aside: readonly (Entry & {readonly reason: "preamble" | "second_header"})[];
  readonly newline: "\n" | "\r\n" | "\r";
  /** Some bytes were no text. */
  readonly damaged: boolean;
}

/** Finds out how a text file is to be read, from its head. */
export function findLayout(
  path: string,
  {name, context, notes, damaged}: {name: string; context: ReadContext; notes: FileNote[]; damaged: boolean},
): Layout | undefined {
  const {raw, whole} = readHead(path);
  const mark = raw.startsWith("\ufeff") ? 1 : 0;
  const head = raw.slice(mark);
  if (isBlank(head) && whole) return undefined;
  const {options, wanted} = context;
  const told = toldDelimiter(head);
  const dialect = detectDialect(head, {
    whole,
    options: told === undefined ? options : {...options, delimiter: options.delimiter ?? told},
  });
  const records = headRecords(head, {dialect, whole});
  const cells = records.map((record) => record.cells);
  const width = commonWidth(cells);
  const cutOff = records.length === 0 ? Math.max(...[",", ";", "\t", "|"].map((each) => head.split(each).length)) : 0;
  if (Math.max(width, cutOff) > limits.columns) throw tooManyColumns(name);
  const first = told === undefined ? 0 : 1;
  const found = locateHeader(cells.slice(first), {
    width,
    wanted,
    ...(options.skip_rows !== undefined && {skip: Math.max(0, options.skip_rows - first)}),
    ...(options.header_rows !== undefined && {rows: options.header_rows}),
  });
  if (found.below !== undefined)
    throw headerBelowData(name, {row: first + found.below + 1, cells: cells[first + found.below]!});
  const place = {...found, skip: found.skip + first};
  const columns = namedColumns(cells, {place, width, isAsked: options.header_rows !== undefined});
  const names = columns ?? columnNames([], width);
  const header = columns === undefined ? [] : cells.slice(place.skip, place.skip + place.rows);
  if (columns === undefined && options.header_rows !== 0)
    notes.push(note("no_header", {text: cutText(cells[first]?.join(dialect.delimiter) ?? "", 200)}));
  const top = columns === undefined && place.rows > 0 ? first : place.skip;
  const below = top + header.length;
  const more = header.length === 1 && options.header_rows === undefined ? extraHeaders(cells.slice(below)) : 0;
  if (columns !== undefined) describeHeader(columns, {cells, place, more, notes});
  const before = below + more;
  const start = before === 0 ? 0 : records[Math.min(before, records.length) - 1]!.end;
  const aside = records.slice(0, before).flatMap((record, index) => {
    if (index >= top && index < below) return [];
    const line = head.slice(index === 0 ? 0 : records[index - 1]!.end, record.end).replace(/\r?\n$|\r$/, "");
    return [{row: index + 1, cells: record.cells, line, reason: index < top ? "preamble" : "second_header"} as const];
  });
  return {
    path,
    dialect,
    columns: names,
    widest: width,
    header: header.length === 1 ? header[0]!.slice(0, names.length) : [],
    aside,
    recordsBefore: before,
    bytesBefore: Buffer.byteLength(raw.slice(0, mark + start)),
    linesBefore: head.slice(0, start).split("\n").length - 1,
    newline: head.includes("\r\n") ? "\r\n" : head.includes("\n") ? "\n" : head.includes("\r") ? "\r" : "\n",
    damaged,
  };
}

/** The cells of the first records of a file, as far as its head goes. */
export function headCells({path, dialect, recordsBefore}: Layout, most: number): readonly (readonly string[])[] {
  const {raw, whole} = readHead(path);
  const head = raw.slice(raw.startsWith("\ufeff") ? 1 : 0);
  const records = headRecords(head, {dialect, whole, most: recordsBefore + most});
  return records.slice(recordsBefore).map(({cells}) => cells);
}

function readHead(path: string): {raw: string; whole: boolean} {
  const bytes = chunkFor(path, headSize);
  const file = openSync(path, "r");
  const length = readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  const whole = length >= statSync(path).size;
  return {raw: new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes.subarray(0, length), {stream: !whole}), whole};
}

/** `sep=;` in the first line is no record but says how the others are cut. */
const toldDelimiter = (head: string): string | undefined =>
  /^\ufeff?"?sep=([^\r\n])"?[^\S\t]*(\r?\n|\r)/i.exec(head)?.[1];

/** The names of the columns where the header fits the records; empty cells beyond either are no columns. */
function namedColumns(
  cells: readonly (readonly string[])[],
  {place, width, isAsked}: {place: HeaderPlace; width: number; isAsked: boolean},
): string[] | undefined {
  if (place.rows === 0) return undefined;
  const header = cells.slice(place.skip, place.skip + place.rows);
  const body = cells.slice(place.skip + place.rows);
  const named = Math.max(0, ...header.map((row) => row.length));
  if (named > width && header.every((row) => row.slice(width).every(isBlank))) return columnNames(header, width);
  // a header narrower than the records may have lost a delimiter: it is taken where the mapping knows its names
  const fits = named === width || width === 1 || body.length === 0 || isAsked || place.isNamed === true;
  return fits ? columnNames(header, named) : undefined;
}

/** The number of cells that most records have; the widest of those equally frequent. */
function commonWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const cells of records)
    if (!cells.every(isBlank) || cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let [best, most] = [1, 0];
  for (const [width, count] of counts)
    if (count > most || (count === most && width > best)) [best, most] = [width, count];
  return best;
}

function describeHeader(
  columns: readonly string[],
  {
    cells,
    place,
    more,
    notes,
  }: {
    cells: readonly (readonly string[])[];
    place: {skip: number; rows: number};
    more: number;
    notes: FileNote[];
  },
): void {
  const twice = columns.filter((name) => / \(\d+\)$/.test(name) && !cells[place.skip]?.includes(name));
  if (twice.length > 0) notes.push(note("duplicate_header", {names: twice.join(", ")}));
  const empty = columns.filter((name, index) => name === `c${index + 1}` && isBlank(cells[place.skip]?.[index]));
  if (empty.length > 0) notes.push(note("empty_header", {count: empty.length, names: empty.slice(0, 10).join(", ")}));
  if (place.skip > 0) {
    const text = cells
      .slice(0, place.skip)
      .map((row) => row.filter((cell) => !isBlank(cell)).join(" "))
      .join(" · ");
    notes.push(note("preamble", {rows: place.skip, text: cutText(text, 200)}));
  }
  if (more > 0) notes.push(note("second_header", {rows: more, all: place.rows + more}));
}
