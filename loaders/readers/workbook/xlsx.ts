import {normalHeader} from "../../mapping/spelling.js";
import {ReportError} from "../../messages/errors.js";
import {openZip, type Zip} from "../bytes/zip.js";
import {note} from "../intake/notes.js";
import type {Part, ReadContext, ReadResult} from "../intake/part.js";
import {Grid} from "./grid.js";
import {readMergedDown, readSheet} from "./xlsx-sheet.js";
import {readWorkbook, type Sheet, type Workbook} from "./xlsx-workbook.js";

/** Reads one sheet of an .xlsx workbook as a stream; the workbook is never in memory, its shared texts are. */
export async function readXlsx(part: Part, context: ReadContext): Promise<ReadResult> {
  const zip = await openZip(part.path, part.name);
  try {
    const workbook = await readWorkbook(zip, part.name);
    const sheet = await chooseSheet(zip, {workbook, name: part.name, context});
    const grid = new Grid(context, part.name);
    grid.mergeDown(await readMergedDown(zip, sheet, part.name));
    let last = 0;
    const summary = await readSheet(zip, sheet, {
      workbook,
      name: part.name,
      take: (row) => {
        last = row.row;
        grid.take(row);
        return true;
      },
    });
    const {intake, counts} = await grid.finish(part.name);
    const notes = [...grid.notes, ...intake.notes];
    if (summary.lastRow > last) notes.push(note("phantom_rows", {rows: summary.lastRow - last}));
    if (summary.declaredColumns > grid.columns.length)
      notes.push(note("phantom_columns", {declared: summary.declaredColumns, named: grid.columns.length}));
    if (summary.hidden > 0) notes.push(note("hidden_rows", {count: summary.hidden}));
    if (summary.merged > 0) notes.push(note("merged", {count: summary.merged}));
    const others = workbook.sheets.filter((each) => each !== sheet).map((each) => each.name);
    if (others.length > 0 && context.options.sheet === undefined)
      notes.push(note("other_sheets", {names: others.join(", ")}));
    return {
      sheet: sheet.name,
      format: "xlsx",
      encoding: "utf-8",
      columns: grid.columns,
      ...counts,
      notes,
      rejects: intake.rejects,
    };
  } finally {
    zip.close();
  }
}

/** The sheet the mapping names; else the visible one whose first rows hold most of the wanted headers. */
async function chooseSheet(
  zip: Zip,
  {workbook, name, context}: {workbook: Workbook; name: string; context: ReadContext},
): Promise<Sheet> {
  const {sheet: asked} = context.options;
  const {sheets} = workbook;
  if (asked !== undefined) {
    const found =
      typeof asked === "number"
        ? sheets[asked - 1]
        : (sheets.find((each) => each.name === asked) ??
          sheets.find((each) => normalHeader(each.name) === normalHeader(asked)));
    if (!found) throw noSheet(name, {asked: String(asked), names: sheets.map((each) => each.name)});
    return found;
  }
  const visible = sheets.filter((each) => !each.hidden && !each.path.includes("chartsheets/"));
  if (visible.length === 0) throw noSheet(name, {asked: "1", names: []});
  if (visible.length === 1) return visible[0]!;
  const wanted = new Set(context.wanted.map(normalHeader));
  let best = {sheet: visible[0]!, score: -1};
  for (const sheet of visible) {
    let rows = 0;
    let score = 0;
    await readSheet(zip, sheet, {
      workbook,
      name,
      take: ({cells}) => {
        rows++;
        score = Math.max(score, 1, 10 * cells.filter(({text}) => wanted.has(normalHeader(text))).length);
        return rows < 50;
      },
    });
    if (score > best.score) best = {sheet, score};
  }
  return best.sheet;
}

const noSheet = (name: string, {asked, names}: {asked: string; names: readonly string[]}) =>
  new ReportError("no_such_sheet", name, {
    what: {
      zh: `没有工作表“${asked}”；现有：${names.join("、")}`,
      en: `there is no sheet "${asked}"; there are: ${names.join(", ")}`,
    },
    fix: {zh: "请在映射中改正 sheet", en: "correct `sheet` in the mapping"},
  });
