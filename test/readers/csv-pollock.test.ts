import {existsSync, readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {afterAll, describe, expect, test} from "vitest";
import {fileLiteral} from "../../loaders/database/sql-text.js";
import {parseRecord} from "../../loaders/readers/text/parse.js";
import {loadFiles, query} from "./load-file.js";
import {type PollockTable, pollockScore} from "./pollock-measure.js";

const root = fileURLToPath(new URL("../../../shared/data/csv-pollock/polluted_files", import.meta.url));
const plain = {delimiter: ",", quote: '"', backslash: false};
const results: {file: string; result: string; ours: number; sniffer: number}[] = [];

describe.skipIf(!existsSync(root))("csv-pollock (needs ../shared/data/csv-pollock)", () => {
  const files = existsSync(root) ? readdirSync(`${root}/csv`) : [];

  test("there are 115 files", () => expect(files).toHaveLength(115));

  test.each(files)("%s gives the clean table or names each line it rejects", async (file) => {
    const expected = cleanTable(file);
    const {columns, rows, rejects, numbers} = await loadFiles([`${root}/csv/${file}`]);
    const loaded = {header: columns, rows: rows.map((row) => row.map((cell) => cell ?? ""))};
    const strange = difference(loaded.rows, {less: expected.rows, file});
    const missing = difference(expected.rows, {less: loaded.rows, file});
    const named = rejects.filter(({severity}) => severity !== "cell");
    // a second table of the same shape is taken as more records; the line where it begins is named
    const again = rejects.find(({reason}) => reason === "repeated_header")?.row ?? Number.POSITIVE_INFINITY;
    const mended = new Set(rejects.filter(({reason}) => reason === "stray_quote").map(({row}) => row));
    const unnamed = loaded.rows.filter((_, index) => numbers[index]! < again && !mended.has(numbers[index]!));
    expect(difference(unnamed, {less: expected.rows, file})).toEqual([]);
    expect(missing.length).toBeLessThanOrEqual(named.length);
    const clean = missing.length === 0 && strange.length === 0 && String(columns) === String(expected.header);
    results.push({
      file,
      result: clean ? "clean" : `${rejects.length} line(s) named`,
      ours: pollockScore(expected, loaded),
      sniffer: pollockScore(expected, await sniffed(`${root}/csv/${file}`)),
    });
  });

  afterAll(() => {
    const mean = (key: "ours" | "sniffer") => results.reduce((sum, row) => sum + row[key], 0) / results.length;
    console.table(results.map((row) => ({...row, ours: row.ours.toFixed(3), sniffer: row.sniffer.toFixed(3)})));
    const clean = results.filter(({result}) => result === "clean").length;
    console.log(
      `${results.length} files: ${clean} clean, ${results.length - clean} with every rejected line named, none silently wrong. ` +
        `Pollock score of 10: ours ${mean("ours").toFixed(3)}, DuckDB's sniffer ${mean("sniffer").toFixed(3)}`,
    );
    expect(mean("ours")).toBeGreaterThan(mean("sniffer"));
  });
});

function cleanTable(file: string): PollockTable {
  const text = readFileSync(`${root}/clean/${file}`, "utf8");
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const record = parseRecord(text, at, {dialect: plain, last: true});
    if (typeof record === "string") throw new Error(`${file}: ${record}`);
    rows.push(record.cells);
    at = record.end;
  }
  if (file === "file_no_header.csv") return {header: rows[0]!.map((_, index) => `c${index + 1}`), rows};
  return {header: rows[0] ?? [], rows: rows.slice(1)};
}

/** Rows that are not among the others, each other row used once. */
function difference(
  rows: readonly (readonly string[])[],
  {less, file}: {less: readonly (readonly string[])[]; file: string},
): string[] {
  // with ' as the quote, "" in the file is two characters; its clean version holds one
  const single = (cell: string) => (file === "file_quotation_char_0x27.csv" ? cell.replaceAll('""', '"') : cell);
  const key = (row: readonly string[]) => JSON.stringify(row.map((cell) => single(cell.trim())));
  const left = new Map<string, number>();
  for (const row of less) left.set(key(row), (left.get(key(row)) ?? 0) + 1);
  return rows.map(key).filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

async function sniffed(path: string): Promise<PollockTable | undefined> {
  try {
    const source = `read_csv(${fileLiteral(path)}, all_varchar = true, ignore_errors = true)`;
    const header = (await query(`describe select * from ${source}`)).map(([name]) => String(name));
    const rows = await query(`select * from ${source}`);
    return {header, rows: rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))))};
  } catch {
    return undefined;
  }
}
