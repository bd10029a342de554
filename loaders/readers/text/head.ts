import {type Dialect, lineEnd, parseRecord} from "./parse.js";
import {readLine} from "./repair.js";

/** The first records of a text, leniently: a line with broken quotes is cut at its delimiters. */
export function headRecords(
  head: string,
  {dialect, whole, most = 300}: {dialect: Dialect; whole: boolean; most?: number},
): {cells: string[]; end: number}[] {
  const records: {cells: string[]; end: number}[] = [];
  for (let at = 0; at < head.length && records.length < most; ) {
    const parsed = parseRecord(head, at, {dialect, last: whole});
    if (typeof parsed !== "string") {
      records.push({cells: parsed.cells, end: parsed.end});
      at = parsed.end;
      continue;
    }
    const line = lineEnd(head, at, whole);
    if (!line || (parsed === "more" && !whole)) break;
    const raw = head.slice(at, line.end);
    const cells = readLine(raw, {dialect, opening: "literal"}) ?? raw.split(dialect.delimiter);
    records.push({cells, end: line.next});
    at = line.next;
  }
  return records;
}
