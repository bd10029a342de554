import type {TableColumn} from "../../../src/figures/figure.js";
import {wrapText} from "../../../src/figures/specs/parts/text-width.js";
import {escapeXml} from "../../draw/xml.js";
import {formatCode} from "./number-format.js";

/** A change is a number with its sign: whole, or with two decimals; `points` has one. */
export type CellKind =
  | TableColumn["unit"]
  | "change"
  | "change_fine"
  | "header"
  | "title"
  | "note"
  | "wrap"
  | "link"
  | "bold";

export interface Cell {
  readonly value: string | number | null;
  readonly kind: CellKind;
}

/** The row above a table. */
export const headerCells = (labels: readonly string[]): Cell[] => labels.map((value) => ({value, kind: "header"}));

export interface Sheet {
  /** Up to 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows kept on screen while scrolling. */
  readonly frozen_rows?: number;
  /** Range with a filter, e.g. `A5:G40`. */
  readonly filter?: string;
  /** What goes on paper, e.g. `A1:R40`; defaults to all cells. The frozen rows are repeated on each sheet of paper. */
  readonly printed?: string;
  /** Not shown with the other tabs: what charts are drawn from. */
  readonly is_hidden?: boolean;
  /** Cells that lead to another sheet, by its name. */
  readonly links?: readonly {readonly cell: string; readonly sheet: string}[];
  /** Chart part to the right of or below the cells: the cells it covers, from 0. */
  readonly chart?: {
    readonly xml: string;
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
  };
}

/** All of them: a unit without a style of its own would make a file that Excel repairs. */
const unitStyles: Readonly<Record<TableColumn["unit"], true>> = {
  text: true,
  share: true,
  score: true,
  nps: true,
  per_10000: true,
  hours: true,
  days: true,
  minutes: true,
  seconds: true,
  months: true,
  count: true,
  money: true,
  ratio: true,
  p: true,
  points: true,
  date: true,
  month: true,
  id: true,
};
const units = Object.keys(unitStyles) as TableColumn["unit"][];
const changes = ["change", "change_fine"] as const;
const changeCodes = {change: "+#,##0;-#,##0;0", change_fine: "+0.00;-0.00;0.00"} as const;
const formats: readonly string[] = [...units.map(formatCode), ...changes.map((kind) => changeCodes[kind])];
const cellKinds: readonly CellKind[] = [...units, ...changes, "header", "title", "note", "wrap", "link", "bold"];

/** Excel's limit for the text of one cell. */
const cellLimit = 32_767;

export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

/** Days since 1899-12-30, as Excel counts; null where the text is no date. */
export const dateSerial = (text: string): number | null => {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [, year, month, day = "01"] = match;
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
};

// Excel reads _x0041_ in a text as "A": an underscore that starts such a code is written as a code itself.
const cellText = (text: string): string =>
  escapeXml(
    (text.length > cellLimit ? text.slice(0, cellLimit - 1) + "\u2026" : text).replace(
      /_(?=x[0-9a-f]{4}_)/gi,
      "_x005F_",
    ),
  );

/** Formulas and links start so; such a text gets the "this is text" mark, which holds when the cell is edited. */
const startsFormula = (text: string): boolean => /^[\s]*[=+\-@|%]|^[\t\r\n]/.test(text);

const cellXml = ({value, kind}: Cell, reference: string): string => {
  if (value === null) return "";
  const style = cellKinds.indexOf(kind);
  const serial = (kind === "date" || kind === "month") && typeof value === "string" ? dateSerial(value) : null;
  const number = serial ?? value;
  if (typeof number === "number")
    return Number.isFinite(number) ? `<c r="${reference}" s="${style}"><v>${number}</v></c>` : "";
  const textStyle = startsFormula(number) ? cellKinds.length : style > 0 && style < formats.length ? 0 : style;
  return `<c r="${reference}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${cellText(number)}</t></is></c>`;
};

const hyperlinks = ({links = []}: Sheet): string =>
  links.length === 0
    ? ""
    : `<hyperlinks>${links
        .map(
          ({cell, sheet}) =>
            `<hyperlink ref="${cell}" location="${escapeXml(`'${sheet.replaceAll("'", "''")}'!A1`)}"/>`,
        )
        .join("")}</hyperlinks>`;

/** Points of a line, of a letter's size, and of one unit of a column's width. */
const [lineHeight, textSize, unitWidth] = [15, 10.5, 5.25];

/** Of a row whose texts take several lines: not every office finds it on opening the file. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): string {
  const lines = cells.map(({value, kind}, at) =>
    kind === "wrap" && typeof value === "string"
      ? wrapText(value, {width: (widths[at] ?? 10) * unitWidth, size: textSize, bold: false}).length
      : 1,
  );
  const most = Math.max(1, ...lines);
  return most > 1 ? ` ht="${most * lineHeight}" customHeight="1"` : "";
}

/** One worksheet part. */
export const sheetXml = (sheet: Sheet, {drawing}: {drawing?: string} = {}): string => {
  const frozen = sheet.frozen_rows ?? 0;
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const rows = sheet.rows.map((cells, row) => {
    const content = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`)).join("");
    return `<row r="${row + 1}"${heightOf(cells, sheet.widths)}>${content}</row>`;
  });
  const widths = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${frozen ? pane : ""}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    widths.length > 0 ? `<cols>${widths.join("")}</cols>` : "",
    `<sheetData>${rows.join("")}</sheetData>`,
    sheet.filter ? `<autoFilter ref="${sheet.filter}"/>` : "",
    hyperlinks(sheet),
    '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    drawing ? `<drawing r:id="${drawing}"/>` : "",
    "</worksheet>",
  ].join("");
};

/** Number formats, the header, and one style for texts that look like formulas. */
export const stylesXml = (): string => {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`);
  const cells = cellKinds.map((kind, index) => {
    if (kind === "header") {
      return '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
    }
    if (kind === "title") return '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>';
    if (kind === "note") return '<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/>';
    if (kind === "bold") return '<xf numFmtId="0" fontId="4" fillId="0" borderId="0" xfId="0" applyFont="1"/>';
    if (kind === "link") return '<xf numFmtId="0" fontId="5" fillId="0" borderId="0" xfId="0" applyFont="1"/>';
    if (kind === "wrap") {
      return '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
    }
    return `<xf numFmtId="${kind === "text" ? 0 : 164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  });
  cells.push('<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>');
  const coloured = (size: number, bold: string, colour: string): string =>
    `<font>${bold}<sz val="${size}"/><color rgb="${colour}"/><name val="Arial"/><family val="2"/></font>`;
  const fonts = [
    coloured(10, "", "FF000000"),
    coloured(10, "<b/>", "FFFFFFFF"),
    coloured(14, "<b/>", "FF12436D"),
    coloured(10, "", "FF595959"),
    coloured(10, "<b/>", "FF000000"),
    coloured(10, "<u/>", "FF12436D"),
  ];
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${codes.length}">${codes.join("")}</numFmts>`,
    `<fonts count="${fonts.length}">${fonts.join("")}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FF12436D"/><bgColor indexed="64"/></patternFill></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    "</styleSheet>",
  ].join("");
};
