import {closeSync, openSync, readFileSync, readSync, statSync} from "node:fs";
import {setImmediate} from "node:timers/promises";
import {ReportError} from "../../messages/errors.js";
import {detectEncoding} from "../bytes/encoding.js";
import {transcode} from "../bytes/transcode.js";
import {columnNames} from "../intake/header.js";
import {TableIntake} from "../intake/intake.js";
import {limits, tooManyColumns} from "../intake/limits.js";
import type {Part, ReadContext, ReadResult} from "../intake/part.js";
import type {Reason} from "../intake/reasons.js";
import {flatten, isObject, parseExact} from "./flatten.js";
import {type JsonItem, jsonElements, jsonLines} from "./items.js";

/** One record, or why it is none. */
type Item = {readonly fields: ReturnType<typeof flatten>} | {readonly flaw: Reason; readonly line: string};

/** Reads a JSON list, JSON lines, or an object that holds the list (`{"tickets": […]}`). */
export async function readJson(part: Part, context: ReadContext): Promise<ReadResult> {
  const encoding = detectEncoding(part.path, context.options.encoding);
  let path = part.path;
  if (!encoding.clean) {
    path = context.scratch("txt");
    await transcode(part.path, path, encoding);
  }
  const names = new Map<string, number>();
  let seen = 0;
  for (const item of items(path, part)) {
    if ("fields" in item) for (const name of item.fields.keys()) if (!names.has(name)) names.set(name, names.size);
    if (names.size > limits.columns) throw tooManyColumns(part.name);
    if (++seen % 20_000 === 0) await setImmediate();
  }
  const keys = [...names.keys()];
  const columns = columnNames([keys], keys.length);
  const intake = new TableIntake(context, {names: {columns}, header: [], file: part.name});
  let row = 0;
  for (const item of items(path, part)) {
    row++;
    if ("flaw" in item) intake.take({row, cells: [], flaw: item.flaw, line: item.line});
    else {
      const cells = keys.map((key) => item.fields.get(key) ?? null);
      const flaw = cells.some((cell) => cell?.includes("\u0000")) ? ("nul_character" as const) : undefined;
      intake.take(flaw ? {row, cells, flaw} : {row, cells});
    }
    if (row % 20_000 === 0) await setImmediate();
  }
  const counts = await intake.finish(context, part.name);
  return {
    format: part.kind,
    encoding: encoding.label,
    columns,
    ...counts,
    notes: intake.notes,
    rejects: intake.rejects,
  };
}

function* items(path: string, part: Part): Generator<Item> {
  if (part.kind === "jsonl") yield* parseAll(jsonLines(path));
  else if (startsWithList(path)) yield* parseAll(jsonElements(path));
  else
    for (const value of wrappedList(path, part.name))
      yield isObject(value) ? {fields: flatten(value)} : {flaw: "not_an_object", line: JSON.stringify(value)};
}

function startsWithList(path: string): boolean {
  const bytes = Buffer.alloc(4096);
  const file = openSync(path, "r");
  const length = readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  return bytes.toString("utf8", 0, length).replace("\ufeff", "").trimStart().startsWith("[");
}

/** The longest list of objects in an object, at most two levels down; without one, the object itself. */
function wrappedList(path: string, name: string): readonly unknown[] {
  if (statSync(path).size > limits.wrappedJson)
    throw unreadable(name, "the object that holds the list is too large", "包着列表的对象过大");
  let value: unknown;
  try {
    value = parseExact(readFileSync(path, "utf8").replace("\ufeff", ""));
  } catch (error) {
    throw unreadable(name, (error as Error).message, "不是合法的 JSON");
  }
  const lists: unknown[][] = [];
  const look = (inner: unknown, depth: number) => {
    if (Array.isArray(inner)) {
      if (inner.some(isObject)) lists.push(inner);
    } else if (isObject(inner) && depth < 3) for (const each of Object.values(inner)) look(each, depth + 1);
  };
  look(value, 0);
  return lists.length === 0 ? [value] : lists.reduce((a, b) => (b.length > a.length ? b : a));
}

const unreadable = (name: string, en: string, zh: string) =>
  new ReportError("unreadable_json", name, {
    what: {zh: `JSON 无法读取：${zh}`, en: `the JSON cannot be read: ${en}`},
    fix: {zh: "请导出为 JSON 列表或每行一条的 JSON", en: "export a JSON list, or one JSON object per line"},
  });

function* parseAll(found: Iterable<JsonItem>): Generator<Item> {
  for (const {text, tooLong} of found) {
    if (tooLong) yield {flaw: "record_too_long", line: text};
    else yield parseItem(text);
  }
}

function parseItem(text: string): Item {
  let value: unknown;
  try {
    value = parseExact(text);
  } catch {
    return {flaw: "not_json", line: text};
  }
  return isObject(value) ? {fields: flatten(value)} : {flaw: "not_an_object", line: text};
}
