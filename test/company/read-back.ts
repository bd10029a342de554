import {readFileSync} from "node:fs";
import {gunzipSync, strFromU8, unzipSync} from "fflate";

/** The text of an export, decoded strictly: a byte that does not belong stops the test. */
export function exportText(path: string, encoding = "utf-8"): string {
  const bytes = readFileSync(path);
  const plain = path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return new TextDecoder(encoding, {fatal: true}).decode(plain);
}

/** Records of a CSV text by the plain rules of RFC 4180; blank lines are records of one empty cell. */
export function csvRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ",") {
      record.push(cell);
      cell = "";
    } else if (letter === "\n") {
      records.push([...record, cell]);
      record = [];
      cell = "";
    } else if (letter !== "\r") cell += letter;
  }
  return records;
}

/** Rows of the one sheet of a workbook as text cells by column letter; rows without any value are left out. */
export function sheetRows(path: string): Map<string, string>[] {
  const parts = unzipSync(readFileSync(path));
  const text = (name: string) => strFromU8(parts[name]!);
  const plain = (xml: string) => xml.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const strings = [...text("xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => plain(match[1]!));
  const rows = [...text("xl/worksheets/sheet1.xml").matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map((row) => {
    const cells = [...row[1]!.matchAll(/<c r="([A-Z]+)\d+"(?: s="\d")?( t="s")?><v>([^<]*)<\/v><\/c>/g)];
    return new Map(cells.map(([, column, isShared, value]) => [column!, isShared ? strings[Number(value)]! : value!]));
  });
  return rows.filter((row) => row.size > 0);
}
