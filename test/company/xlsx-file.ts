import {strToU8, zipSync} from "fflate";
import {type Moment, serialNumber} from "./calendar.js";

/** A cell: text, number, or a date kept as a spreadsheet date. Empty text is no cell at all. */
export type Cell = string | number | {readonly date: Moment};

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Rows at the end that hold nothing but formatted empty cells. */
  readonly phantomRows?: number;
}

/** One workbook of one sheet; the parts carry a fixed date so that the bytes are always the same. */
export function xlsxFile({name, rows, phantomRows = 0}: Sheet): Uint8Array {
  const strings = new Map<string, number>();
  const index = (text: string) => {
    if (!strings.has(text)) strings.set(text, strings.size);
    return strings.get(text)!;
  };
  const lines = rows.map((row, rowIndex) => {
    const cells = row.map((cell, columnIndex) => cellXml(cell, {at: reference(rowIndex, columnIndex), index}));
    return `<row r="${rowIndex + 1}">${cells.join("")}</row>`;
  });
  for (let i = 0; i < phantomRows; i++) {
    const number = rows.length + i + 1;
    lines.push(`<row r="${number}"><c r="A${number}" s="2"/><c r="B${number}" s="2"/></row>`);
  }
  const shared = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("");
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${openXml}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetMl}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetMl}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetMl}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${sheetMl}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${openXml}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}/relationships"><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${openXml}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}" uniqueCount="${strings.size}">${shared}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xmlHead + xml)]));
  // Zip dates have no zone: the parts of a local date are what is written, in any zone.
  return zipSync(files, {mtime: new Date(2026, 10, 1, 12), level: 9});
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const openXml = "http://schemas.openxmlformats.org";
const office = `${openXml}/officeDocument/2006`;
const main = `${openXml}/spreadsheetml/2006/main`;
const sheetMl = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function cellXml(cell: Cell, {at, index}: {at: string; index: (text: string) => number}): string {
  if (cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${at}" s="1"><v>${serialNumber(cell.date)}</v></c>`;
  return `<c r="${at}" t="s"><v>${index(cell)}</v></c>`;
}

const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
const reference = (row: number, column: number) => `${letterOf(column)}${row + 1}`;
const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
