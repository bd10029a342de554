import {readFileSync, statSync} from "node:fs";
import {type CellObject, read, utils} from "@e965/xlsx";
import {normalHeader} from "../../mapping/spelling.js";
import {ReportError} from "../../messages/errors.js";
import {locked} from "../bytes/zip.js";
import {limits} from "../intake/limits.js";
import {note} from "../intake/notes.js";
import {storedNumber} from "../intake/numbers.js";
import type {Part, ReadContext, ReadResult} from "../intake/part.js";
import {dateKind, serialText} from "./cell-dates.js";
import {Grid} from "./grid.js";
import type {GridCell} from "./xlsx-sheet.js";

/** Reads one sheet of a legacy .xls workbook; the format ends at 65,536 rows, so it is read whole. */
export async function readXls(part: Part, context: ReadContext): Promise<ReadResult> {
  if (statSync(part.path).size > limits.xlsBytes) throw unreadable(part.name, "the file is too large for the format");
  const workbook = (() => {
    try {
      return read(readFileSync(part.path), {
        type: "buffer",
        cellNF: true,
        cellHTML: false,
        cellText: false,
        dense: false,
        WTF: false,
      });
    } catch (error) {
      const why = (error as Error).message;
      throw /password|encrypt/i.test(why) ? locked(part.name) : unreadable(part.name, why);
    }
  })();
  const name = chooseSheet(workbook.SheetNames, {context, part, sheets: workbook.Sheets});
  const sheet = workbook.Sheets[name]!;
  const range = utils.decode_range(sheet["!ref"] ?? "A1");
  const grid = new Grid(context, part.name);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  let last = 0;
  for (let row = range.s.r; row <= range.e.r; row++) {
    const cells: GridCell[] = [];
    for (let column = range.s.c; column <= range.e.c; column++) {
      const cell = sheet[utils.encode_cell({r: row, c: column})] as CellObject | undefined;
      const text = cell === undefined ? "" : cellText(cell, date1904);
      if (text !== "") cells.push({column, text});
    }
    if (cells.length === 0) continue;
    last = row + 1;
    grid.take({row: row + 1, cells});
  }
  const {intake, counts} = await grid.finish(part.name);
  const notes = [...grid.notes, ...intake.notes];
  if (range.e.r + 1 > last) notes.push(note("phantom_rows", {rows: range.e.r + 1 - last}));
  const others = workbook.SheetNames.filter((each) => each !== name);
  if (others.length > 0 && context.options.sheet === undefined)
    notes.push(note("other_sheets", {names: others.join(", ")}));
  return {sheet: name, format: "xls", encoding: "utf-8", ...counts, notes, rejects: intake.rejects};
}

function cellText(cell: CellObject, date1904: boolean): string {
  if (cell.t === "b") return cell.v === true ? "true" : "false";
  if (cell.t === "e") return cell.w ?? "#ERROR";
  if (cell.t !== "n") return cell.v === undefined ? "" : String(cell.v);
  const kind = typeof cell.z === "string" ? dateKind(164, cell.z) : undefined;
  return (kind && serialText(cell.v as number, kind, {date1904})) ?? storedNumber(String(cell.v));
}

function chooseSheet(
  names: readonly string[],
  {context, part, sheets}: {context: ReadContext; part: Part; sheets: Readonly<Record<string, unknown>>},
): string {
  const {sheet: asked} = context.options;
  const found =
    asked === undefined
      ? bySense(names, {sheets, wanted: context.wanted})
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

/** The sheet that holds most of the wanted headers in its first rows. */
function bySense(
  names: readonly string[],
  {sheets, wanted}: {sheets: Readonly<Record<string, unknown>>; wanted: readonly string[]},
): string | undefined {
  const folded = new Set(wanted.map(normalHeader));
  let best = {name: names[0], score: 0};
  for (const name of names) {
    const rows = utils
      .sheet_to_json<unknown[]>(sheets[name] as Parameters<typeof utils.sheet_to_json>[0], {header: 1, range: 0})
      .slice(0, 30);
    const score = Math.max(
      0,
      ...rows.map((row) => row.filter((cell) => folded.has(normalHeader(String(cell ?? "")))).length),
    );
    if (score > best.score) best = {name, score};
  }
  return best.name;
}

const unreadable = (name: string, why: string) =>
  new ReportError("damaged_workbook", name, {
    what: {zh: `.xls 工作簿无法读取（${why}）`, en: `the .xls workbook cannot be read (${why})`},
    fix: {zh: "请在 Excel 中打开并另存为 .xlsx", en: "open it in a spreadsheet program and save it as .xlsx"},
  });
