import {escapeXml} from "../../draw/xml.js";
import {elementsOf} from "../deck/memory.js";
import {parseXml} from "../deck/slots.js";
import {
  freePath,
  partText,
  readPackage,
  relate,
  related,
  type relationsOf,
  setPart,
  writePackage,
} from "../office/package.js";
import {sheetNames} from "../office/spreadsheet.js";

/** Whether a person put anything into the workbook beyond the block of cells that we wrote. */
export const hasOwnContent = (bytes: Uint8Array, {columns, rows}: {columns: number; rows: number}): boolean => {
  const file = readPackage(bytes);
  const sheets = Array.from(file.parts.keys()).filter((path) => /^xl\/worksheets\/[^/]+\.xml$/.test(path));
  if (sheets.length !== 1) return true;
  return elementsOf(parseXml(partText(file, sheets[0] as string)), "c").some((cell) => {
    const [, letters = "", row = "0"] = /^([A-Z]+)(\d+)$/.exec(cell.getAttribute("r") ?? "") ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return (cell.textContent ?? "") !== "" && (column > columns || Number(row) > rows);
  });
};

/** Adds the sheet of the fresh workbook under a new name, so that a person's own sheets and cells stay. */
export const withSheet = (
  bytes: Uint8Array,
  {fresh, name}: {fresh: Uint8Array; name: string},
): {bytes: Uint8Array; name: string} => {
  const file = readPackage(bytes);
  const workbook = related(file, "", "officeDocument") ?? "xl/workbook.xml";
  const text = partText(file, workbook);
  const sheets = elementsOf(parseXml(text), "sheet");
  const taken = sheets.map((sheet) => sheet.getAttribute("name") ?? "");
  const unique = sheetNames([...taken, name]).at(-1) ?? name;
  const path = freePath(file, {folder: "xl/worksheets", stem: "sheet", extension: "xml"});
  // The style numbers are those of another workbook: without them the cells are plain.
  const content = partText(readPackage(fresh), "xl/worksheets/sheet1.xml").replace(/(<c r="[A-Z]+\d+") s="\d+"/g, "$1");
  setPart(file, path, {content, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"});
  const id = relate(file, workbook, {type: "worksheet", target: path});
  const number = Math.max(0, ...sheets.map((sheet) => Number(sheet.getAttribute("sheetId")))) + 1;
  const relationPrefix =
    /xmlns:(\w+)="http:\/\/schemas.openxmlformats.org\/officeDocument\/2006\/relationships"/.exec(text)?.[1] ?? "r";
  const entry = `<sheet name="${escapeXml(unique)}" sheetId="${number}" ${relationPrefix}:id="${id}"/>`;
  setPart(file, workbook, {content: text.replace("</sheets>", () => `${entry}</sheets>`)});
  return {bytes: writePackage(file), name: unique};
};

/** The relation of a chart to its workbook. */
export const workbookOf = (file: Parameters<typeof relationsOf>[0], chart: string): string | undefined =>
  related(file, chart, "package");
