import {escapeXml, xmlText} from "../../draw/xml.js";
import {emptyPackage, relate, setPart, writePackage} from "./package.js";
import {columnLetters, type Sheet, sheetXml, stylesXml} from "./sheet.js";
import {themeXml} from "./theme.js";

const main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const drawingNamespaces =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** Excel's rules for a sheet name; made unique, whatever the case of its letters. */
export const sheetNames = (names: readonly string[]): string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean =
      xmlText(name)
        .replace(/[[\]:*?/\\\n\t]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "sheet";
    let unique = clean.slice(0, 31);
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${clean.slice(0, 27)} ${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
};

/** An xlsx file. `date` (YYYY-MM-DD) stands as its creation date, so that equal sheets give equal bytes. */
export const spreadsheet = (sheets: readonly Sheet[], {title, date}: {title: string; date: string}): Uint8Array => {
  const file = emptyPackage();
  setPart(file, "xl/styles.xml", {content: stylesXml(), type: `${main}.styles+xml`});
  const entries = sheets.map((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const drawing = sheet.chart ? addDrawing(index + 1, path, sheet.chart) : undefined;
    setPart(file, path, {content: sheetXml(sheet, {...(drawing && {drawing})}), type: `${main}.worksheet+xml`});
    const id = relate(file, "xl/workbook.xml", {type: "worksheet", target: path});
    return `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.is_hidden ? ' state="hidden"' : ""} r:id="${id}"/>`;
  });
  relate(file, "xl/workbook.xml", {type: "styles", target: "xl/styles.xml"});
  if (sheets.some(({chart}) => chart)) {
    // Charts take their colours from the theme.
    setPart(file, "xl/theme/theme1.xml", {
      content: themeXml,
      type: "application/vnd.openxmlformats-officedocument.theme+xml",
    });
    relate(file, "xl/workbook.xml", {type: "theme", target: "xl/theme/theme1.xml"});
  }
  const defined = sheets.flatMap((sheet, index) => sheetRanges(sheet, index));
  const names = defined.length > 0 ? `<definedNames>${defined.join("")}</definedNames>` : "";
  setPart(file, "xl/workbook.xml", {
    content: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${entries.join("")}</sheets>${names}</workbook>`,
    type: `${main}.sheet.main+xml`,
  });
  relate(file, "", {type: "officeDocument", target: "xl/workbook.xml"});
  setPart(file, "docProps/core.xml", {
    content: coreXml({title, date}),
    type: "application/vnd.openxmlformats-package.core-properties+xml",
  });
  relate(file, "", {type: "core-properties", target: "docProps/core.xml"});
  return writePackage(file);

  function addDrawing(number: number, sheetPath: string, {xml, from, to}: NonNullable<Sheet["chart"]>): string {
    const path = `xl/drawings/drawing${number}.xml`;
    const chart = `xl/charts/chart${number}.xml`;
    setPart(file, chart, {content: xml, type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"});
    const id = relate(file, path, {type: "chart", target: chart});
    const corner = (tag: string, [column, row]: readonly [number, number]): string =>
      `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
    setPart(file, path, {
      content: `<xdr:wsDr ${drawingNamespaces}><xdr:twoCellAnchor>${corner("from", from)}${corner("to", to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="chart ${number}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
      type: "application/vnd.openxmlformats-officedocument.drawing+xml",
    });
    return relate(file, sheetPath, {type: "drawing", target: path});
  }
};

/** The filter, what is printed, and the rows that are repeated on each sheet of paper. */
const sheetRanges = ({name, filter, printed, frozen_rows}: Sheet, index: number): string[] => {
  const range = (text: string): string =>
    `'${escapeXml(name.replaceAll("'", "''"))}'!${text.replace(/([A-Z]+)?(\d+)/g, (_, letters: string | undefined, row: string) => `${letters ? `$${letters}` : ""}$${row}`)}`;
  const define = (kind: string, text: string, hidden = ""): string =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}"${hidden}>${range(text)}</definedName>`;
  return [
    ...(filter ? [define("_FilterDatabase", filter, ' hidden="1"')] : []),
    ...(printed ? [define("Print_Area", printed)] : []),
    ...(printed && frozen_rows ? [define("Print_Titles", `${frozen_rows}:${frozen_rows}`)] : []),
  ];
};

/** Title and dates of the file; the date is the report's, never the clock's. */
export const coreXml = ({title, date}: {title: string; date: string}): string => {
  const stamp = (tag: string): string => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${tag}>`;
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title>${stamp("created")}${stamp("modified")}</cp:coreProperties>`;
};

/** `data!$B$2:$B$9`, with the sheet name quoted where needed. */
export const rangeReference = (
  sheet: string,
  {column, from, to}: {column: number; from: number; to: number},
): string => {
  const name = /^[A-Za-z]{4,}$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  const letters = columnLetters(column);
  return from === to ? `${name}!$${letters}$${from}` : `${name}!$${letters}$${from}:$${letters}$${to}`;
};
