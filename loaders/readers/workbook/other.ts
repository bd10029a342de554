import {readFileSync, statSync} from "node:fs";
import {type CellObject, CFB, read, utils, type WorkBook, type WorkSheet} from "@e965/xlsx";
import {normalHeader} from "../../mapping/spelling.js";
import {ReportError} from "../../messages/errors.js";
import {detectEncoding} from "../bytes/encoding.js";
import {unreadable} from "../bytes/unreadable.js";
import {locked} from "../bytes/zip.js";
import {limits} from "../intake/limits.js";
import {note} from "../intake/notes.js";
import type {Part, ReadContext, ReadResult} from "../intake/part.js";
import type {FileNote} from "../intake/types.js";
import {cellKind, numberText} from "./cell-text.js";
import {Grid} from "./grid.js";
import type {GridCell} from "./xlsx-sheet.js";

/**
 * Reads one sheet of a workbook that is no .xlsx: .xls, .xlsb, .ods, a web page or Excel's old XML, which help desks
 * name .xls too. They are read whole.
 */
export async function readOtherWorkbook(part: Part, context: ReadContext): Promise<ReadResult> {
  if (statSync(part.path).size > limits.wholeWorkbook) throw damaged(part, "too large to be read whole");
  const {workbook, encoding} = open(part, context);
  const name = chooseSheet(workbook, {context, part});
  const sheet = workbook.Sheets[name]!;
  const range = utils.decode_range(sheet["!ref"] ?? "A1");
  const grid = new Grid(context, part.name);
  const merges = sheet["!merges"] ?? [];
  grid.mergeDown(merges.flatMap(({s, e}) => (e.r > s.r ? [{column: s.c, top: s.r + 1, bottom: e.r + 1}] : [])));
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  let last = 0;
  let hidden = 0;
  const rows = (sheet as unknown as {"!data"?: readonly (readonly CellObject[])[]})["!data"] ?? [];
  for (let row = range.s.r; row <= range.e.r; row++) {
    const cells = (rows[row] ?? []).flatMap((cell, column): GridCell[] => {
      const text = cell ? cellText(cell, date1904) : "";
      return text === "" ? [] : [{column, text}];
    });
    if (cells.length === 0) continue;
    last = row + 1;
    if (sheet["!rows"]?.[row]?.hidden) hidden++;
    grid.take({row: row + 1, cells});
  }
  const {intake, counts} = await grid.finish(part.name);
  const notes: FileNote[] = [...grid.notes, ...intake.notes];
  if (range.e.r + 1 > last) notes.push(note("phantom_rows", {rows: range.e.r + 1 - last}));
  if (merges.length > 0) notes.push(note("merged", {count: merges.length}));
  if (hidden > 0) notes.push(note("hidden_rows", {count: hidden}));
  const others = workbook.SheetNames.filter((each) => each !== name);
  if (others.length > 0 && context.options.sheet === undefined)
    notes.push(note("other_sheets", {names: others.join(", ")}));
  return {sheet: name, format: part.kind, encoding, columns: grid.columns, ...counts, notes, rejects: intake.rejects};
}

function open(part: Part, context: ReadContext): {workbook: WorkBook; encoding: string} {
  const bytes = readFileSync(part.path);
  const shape = {cellNF: true, cellHTML: false, cellText: false, dense: true, WTF: false} as const;
  try {
    if (part.kind !== "html" && part.kind !== "xml")
      return {workbook: read(bytes, {type: "buffer", ...shape}), encoding: "utf-8"};
    const label = markupEncoding(bytes, {part, context});
    const text = new TextDecoder(label).decode(bytes);
    // as the page shows it: dates and numbers are read by the mapping, not guessed
    return {workbook: read(text, {type: "string", raw: part.kind === "html", ...shape}), encoding: label};
  } catch (error) {
    const why = (error as Error).message;
    if (/password|encrypt/i.test(why)) throw locked(part.name);
    throw part.kind === "xls" ? refuse(bytes, {part, why}) : damaged(part, why);
  }
}

/** What the page says of its encoding counts where its bytes do not. */
function markupEncoding(bytes: Buffer, {part, context}: {part: Part; context: ReadContext}): string {
  const found = detectEncoding(part.path, context.options.encoding);
  if (found.clean || found.by !== "content") return found.label;
  const said = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString("latin1"))?.[1];
  try {
    return new TextDecoder(said ?? found.label).encoding;
  } catch {
    return found.label;
  }
}

/** The same container holds workbooks, text documents, mails, and what a password locks. */
function refuse(bytes: Buffer, {part, why}: {part: Part; why: string}): ReportError {
  let names: readonly string[] = [];
  try {
    names = CFB.read(bytes, {type: "buffer"}).FullPaths;
  } catch {
    return damaged(part, why);
  }
  const holds = (name: RegExp) => names.some((path) => name.test(path));
  if (holds(/\/EncryptedPackage$/i)) return locked(part.name);
  if (holds(/\/WordDocument$/i)) return unreadable(part.name, "word");
  if (holds(/\/PowerPoint Document$/i)) return unreadable(part.name, "slides");
  if (holds(/__properties_version1/i)) return unreadable(part.name, "message");
  return holds(/\/(Workbook|Book)$/i) ? damaged(part, why) : unreadable(part.name, "office");
}

function cellText(cell: CellObject, date1904: boolean): string {
  if (cell.t === "b") return cell.v === true ? "true" : "false";
  if (cell.t === "e") return cell.w ?? errors[cell.v as number] ?? "#ERROR!";
  if (cell.t !== "n") return cell.v === undefined ? "" : String(cell.v);
  const kind = typeof cell.z === "string" ? cellKind(164, cell.z) : undefined;
  return numberText(exactText(cell.v as number), kind, date1904);
}

/** A double holds whole numbers up to here to the last digit; what is larger keeps its exponent, no digit is invented. */
const exactText = (value: number): string =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);

const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

function chooseSheet(
  {SheetNames: names, Sheets: sheets, Workbook: book}: WorkBook,
  {context, part}: {context: ReadContext; part: Part},
): string {
  const {sheet: asked} = context.options;
  const visible = names.filter((_, index) => !book?.Sheets?.[index]?.Hidden);
  const found =
    asked === undefined
      ? bySense(visible.length > 0 ? visible : names, {sheets, wanted: context.wanted})
      : typeof asked === "number"
        ? names[asked - 1]
        : names.find((each) => normalHeader(each) === normalHeader(asked));
  if (found !== undefined) return found;
  throw new ReportError("no_such_sheet", part.name, {
    what: {
      zh: `没有工作表“${asked}”；现有：${names.join("、")}`,
      en: `there is no sheet "${asked}"; there are: ${names.join(", ")}`,
    },
    fix: {zh: "请在映射中改正 sheet", en: "correct `sheet` in the mapping"},
  });
}

/** The sheet that holds most of the wanted headers in its first rows; without any, the first that holds something. */
function bySense(
  names: readonly string[],
  {sheets, wanted}: {sheets: Readonly<Record<string, WorkSheet>>; wanted: readonly string[]},
): string | undefined {
  const folded = new Set(wanted.map(normalHeader));
  let best = {name: names[0], score: 0};
  for (const name of names) {
    const rows = utils.sheet_to_json<unknown[]>(sheets[name]!, {header: 1, range: 0}).slice(0, 30);
    const hits = rows.map((row) => row.filter((cell) => folded.has(normalHeader(String(cell ?? "")))).length);
    const score = Math.max(rows.length > 0 ? 0.5 : 0, ...hits);
    if (score > best.score) best = {name, score};
  }
  return best.name;
}

const damaged = ({name, kind}: Part, why: string) =>
  new ReportError("damaged_workbook", name, {
    what: {zh: `工作簿（${kind}）无法读取：${why}`, en: `the workbook (${kind}) cannot be read: ${why}`},
    fix: {zh: "请在 Excel 中打开并另存为 .xlsx", en: "open it in a spreadsheet program and save it as .xlsx"},
  });
