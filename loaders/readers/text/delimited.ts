import {setImmediate} from "node:timers/promises";
import {detectEncoding} from "../bytes/encoding.js";
import {transcode} from "../bytes/transcode.js";
import {TableIntake} from "../intake/intake.js";
import {note} from "../intake/notes.js";
import type {Part, ReadContext, ReadResult} from "../intake/part.js";
import type {FileNote} from "../intake/types.js";
import {loadFast} from "./large-regular.js";
import {findLayout, type Layout} from "./layout.js";
import {readRecords} from "./records.js";

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
  const shown = {format: "csv", encoding: encoding.label};
  const layout = findLayout(path, {name: part.name, context, notes, damaged});
  if (!layout) {
    notes.push(note("empty_file"));
    return {...shown, columns: [], notes, rows_in: 0, rows_loaded: 0, rows_rejected: 0, rows_set_aside: 0, rejects: []};
  }
  const intake = new TableIntake(context, {names: layout, header: layout.header, file: part.name});
  for (const {reason, ...line} of layout.aside) intake.takeAside(line, reason);
  const inPlace = path === part.path ? context.inPlace : undefined;
  const fast = await loadFast(layout, {context: {...context, inPlace}, file: part.name});
  if (fast === undefined) await takeRecords(intake, {layout, notes});
  const counts = await intake.finish(context, part.name);
  return {
    ...shown,
    delimiter: layout.dialect.delimiter,
    columns: layout.columns,
    ...counts,
    rows_in: counts.rows_in + (fast ?? 0),
    rows_loaded: counts.rows_loaded + (fast ?? 0),
    notes: [...notes, ...intake.notes],
    rejects: intake.rejects,
  };
}

/** Reads record by record what could not be loaded as it stands. */
async function takeRecords(intake: TableIntake, {layout, notes}: {layout: Layout; notes: FileNote[]}): Promise<void> {
  const {dialect, columns, widest, bytesBefore: from, damaged} = layout;
  let row = layout.recordsBefore;
  let trimmed = 0;
  for (const record of readRecords(layout.path, {dialect, expected: columns.length, widest, from, damaged})) {
    if (record.isTrimmed) trimmed++;
    intake.take({...record, row: ++row});
    if (row % 20_000 === 0) await setImmediate();
  }
  if (trimmed > 0) notes.push(note("trailing_delimiter", {rows: trimmed}));
}
