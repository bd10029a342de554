import {closeSync, openSync, readSync, statSync} from "node:fs";
import {setImmediate} from "node:timers/promises";
import {chunkFor} from "../bytes/chunk.js";
import {detectEncoding} from "../bytes/encoding.js";
import {transcode} from "../bytes/transcode.js";
import {isBlank} from "../intake/blank.js";
import {columnNames, locateHeader, looksLikeSecondHeader} from "../intake/header.js";
import {TableIntake} from "../intake/intake.js";
import {limits, tooManyColumns} from "../intake/limits.js";
import {note} from "../intake/notes.js";
import type {Part, ReadContext, ReadResult} from "../intake/part.js";
import type {FileNote} from "../intake/types.js";
import {detectDialect} from "./dialect.js";
import {loadFast} from "./fast.js";
import {headRecords} from "./head.js";
import type {Layout} from "./layout.js";
import {readRecords} from "./records.js";

const headSize = 1 << 19;

/** Reads a CSV, TSV or any other file of delimited text. */
export async function readDelimited(part: Part, context: ReadContext): Promise<ReadResult> {
  const encoding = detectEncoding(part.path, context.options.encoding);
  const notes: FileNote[] = [];
  let path = part.path;
  let damaged = false;
  if (!encoding.clean) {
    path = context.scratch("txt");
    damaged = (await transcode(part.path, path, encoding)).damaged;
    if (encoding.by === "content") notes.push(note("guessed_encoding", {encoding: encoding.label}));
  }
  const shown = {format: "csv", encoding: encoding.label, notes};
  const layout = findLayout(path, {name: part.name, context, notes, damaged});
  if (!layout) {
    notes.push(note("empty_file"));
    return {...shown, rows_in: 0, rows_loaded: 0, rows_rejected: 0, rows_set_aside: 0, rejects: []};
  }
  const delimiter = layout.dialect.delimiter;
  const fast = await loadFast(layout, {context, file: part.name});
  if (fast !== undefined)
    return {...shown, delimiter, rows_in: fast, rows_loaded: fast, rows_rejected: 0, rows_set_aside: 0, rejects: []};
  const intake = new TableIntake(context, {names: layout, header: layout.header});
  let row = layout.recordsBefore;
  const {dialect, columns, bytesBefore: from} = layout;
  for (const record of readRecords(layout.path, {dialect, expected: columns.length, from, damaged})) {
    intake.take({...record, row: ++row});
    if (row % 20_000 === 0) await setImmediate();
  }
  const counts = await intake.finish(context, part.name);
  return {...shown, delimiter, ...counts, notes: [...notes, ...intake.notes], rejects: intake.rejects};
}

function findLayout(
  path: string,
  {name, context, notes, damaged}: {name: string; context: ReadContext; notes: FileNote[]; damaged: boolean},
): Layout | undefined {
  const bytes = chunkFor(path, headSize);
  const file = openSync(path, "r");
  const length = readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  const whole = length >= statSync(path).size;
  const raw = new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes.subarray(0, length), {stream: !whole});
  const mark = raw.startsWith("\ufeff") ? 1 : 0;
  const head = raw.slice(mark);
  if (isBlank(head) && whole) return undefined;
  const {options, wanted} = context;
  const dialect = detectDialect(head, {whole, options});
  const records = headRecords(head, {dialect, whole});
  const width = commonWidth(records.map(({cells}) => cells));
  const cells = records.map((record) => record.cells);
  const cutOff = records.length === 0 ? Math.max(...[",", ";", "\t", "|"].map((each) => head.split(each).length)) : 0;
  if (Math.max(width, cutOff) > limits.columns) throw tooManyColumns(name);
  const place = locateHeader(cells, {
    width,
    wanted,
    ...(options.skip_rows !== undefined && {skip: options.skip_rows}),
    ...(options.header_rows !== undefined && {rows: options.header_rows}),
  });
  let header = cells.slice(place.skip, place.skip + place.rows);
  const named = Math.max(0, ...header.map((row) => row.length));
  const lastBlank = named === width + 1 && header.every((row) => isBlank(row[width]));
  let before = place.skip + place.rows;
  let columns: string[];
  if (
    place.rows === 0 ||
    (named !== width && !lastBlank && width > 1 && cells.length > before && context.options.header_rows === undefined)
  ) {
    const line = cells[0]?.join(dialect.delimiter).slice(0, 200) ?? "";
    if (options.header_rows !== 0) notes.push(note("no_header", {text: line}));
    before = place.rows === 0 ? place.skip : 0;
    header = [];
    columns = columnNames([], width);
  } else {
    columns = columnNames(header, lastBlank ? width : named);
    describeHeader(columns, {cells, place, notes});
  }
  const start = before === 0 ? 0 : records[Math.min(before, records.length) - 1]!.end;
  const leading = head.slice(0, start);
  return {
    path,
    dialect,
    columns,
    header: header.length === 1 ? header[0]!.slice(0, columns.length) : [],
    recordsBefore: before,
    bytesBefore: Buffer.byteLength(raw.slice(0, mark + start)),
    linesBefore: leading.split("\n").length - 1,
    newline: head.includes("\r\n") ? "\r\n" : head.includes("\n") ? "\n" : head.includes("\r") ? "\r" : "\n",
    damaged,
  };
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
    notes,
  }: {cells: readonly (readonly string[])[]; place: {skip: number; rows: number}; notes: FileNote[]},
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
    notes.push(note("preamble", {rows: place.skip, text: text.slice(0, 200)}));
  }
  const after = cells.slice(place.skip + place.rows);
  if (place.rows === 1 && after[0] && looksLikeSecondHeader(after[0], after.slice(1, 50)))
    notes.push(note("second_header"));
}
