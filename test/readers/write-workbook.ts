import {zipSync} from "fflate";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** A workbook of given XML parts; several sheets by name, one as `sheet`. */
export function writeWorkbook({
  sheet,
  sheets = {Sheet1: sheet ?? ""},
  strings,
  styles,
  workbook = "",
}: {
  sheet?: string;
  sheets?: Readonly<Record<string, string>>;
  strings?: string;
  styles?: string;
  workbook?: string;
}): Buffer {
  const names = Object.keys(sheets);
  const text = (content: string) => Buffer.from(content, "utf8");
  const relation = (_: string, index: number) =>
    `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`;
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": text(`${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
    "xl/workbook.xml": text(
      `${head}<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${workbook}<sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": text(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map(relation).join("")}</Relationships>`,
    ),
  };
  for (const [index, name] of names.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = text(sheets[name]!);
  if (strings !== undefined) files["xl/sharedStrings.xml"] = text(strings);
  if (styles !== undefined) files["xl/styles.xml"] = text(styles);
  return Buffer.from(zipSync(files, {level: 1}));
}
