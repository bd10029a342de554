import {utils, write} from "@e965/xlsx";
import {encode} from "./encode.js";
import {query, writeTemporary} from "./load-file.js";

export type TextTable = readonly (readonly string[])[];

export const textFormats = ["csv", "tsv", "json", "jsonl"] as const;
export const binaryFormats = ["xlsx", "xls", "parquet"] as const;
export type Format = (typeof textFormats)[number] | (typeof binaryFormats)[number];

/** A table (first row = header) as CSV text. */
export function csvText(
  table: TextTable,
  {delimiter = ",", newline = "\n", always = false}: {delimiter?: string; newline?: string; always?: boolean} = {},
): string {
  const cell = (text: string) =>
    always || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return table.map((row) => row.map(cell).join(delimiter) + newline).join("");
}

/** Writes a table in a format and an encoding; returns the path. */
export async function writeTable(
  table: TextTable,
  {format, encoding = "utf-8"}: {format: Format; encoding?: string},
): Promise<string> {
  const name = `table.${format}`;
  const [header, ...rows] = table as [readonly string[], ...(readonly string[])[]];
  const objects = rows.map((row) => Object.fromEntries(header.map((key, index) => [key, row[index]])));
  switch (format) {
    case "csv":
      return writeTemporary(encode(csvText(table), encoding), name);
    case "tsv":
      return writeTemporary(encode(csvText(table, {delimiter: "\t"}), encoding), name);
    case "json":
      return writeTemporary(encode(JSON.stringify(objects, null, 1), encoding), name);
    case "jsonl":
      return writeTemporary(encode(objects.map((row) => `${JSON.stringify(row)}\n`).join(""), encoding), name);
    case "parquet": {
      const path = writeTemporary("", name);
      const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
      const values = rows.map((row) => `(${row.map(quoted).join(",")})`).join(",");
      const names = header.map((key) => `"${key.replaceAll('"', '""')}"`).join(",");
      await query(`copy (select * from (values ${values}) as t(${names})) to ${quoted(path)} (format parquet)`);
      return path;
    }
    default: {
      const sheet = utils.aoa_to_sheet(table.map((row) => [...row]));
      const book = utils.book_new();
      utils.book_append_sheet(book, sheet, "Sheet1");
      return writeTemporary(
        write(book, {type: "buffer", bookType: format === "xls" ? "biff8" : "xlsx"}) as Buffer,
        name,
      );
    }
  }
}
