import {writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {describe, expect, test} from "vitest";
import {encode} from "./encode.js";
import {loadFiles, writeTemporary} from "./load-file.js";
import {csvText} from "./write-table.js";

const batch = 100;

/** Twelve records, each with a mark of its own, with quotes, line breaks and Chinese in them. */
const clean = csvText([
  ["ticket_id", "地区", "备注", "fee"],
  ...Array.from({length: 12}, (_, index) => [
    mark(index),
    index % 3 === 0 ? "华东" : "North",
    index % 4 === 1 ? 'said "no", twice' : index % 4 === 2 ? "one\ntwo" : "客户不满意",
    `${index * 7}.50`,
  ]),
]);

function mark(index: number): string {
  return `K${String(index).padStart(2, "0")}Z`;
}

const rng = xoroshiro128plus(20_261_122);
const below = (limit: number) => (rng.next() >>> 1) % limit;
const spice = [
  '"',
  ",",
  "\n",
  "\r",
  "\r\n",
  "\u0000",
  ";",
  "\t",
  '""',
  "\\",
  "'",
  "合计",
  "\ufeff",
  "\n\n",
  ',"',
  '",',
];

/** One to three changes of a byte string: bytes overwritten, cut out, doubled, or something nasty put in. */
function mutate(bytes: Buffer): Buffer {
  let result = bytes;
  for (let left = 1 + below(3); left > 0; left--) {
    const at = below(result.length);
    const end = Math.min(result.length, at + below(40));
    const pieces = [
      () => [result.subarray(0, at), Buffer.from([below(256)]), result.subarray(at + 1)],
      () => [result.subarray(0, at), result.subarray(end)],
      () => [result.subarray(0, end), result.subarray(at)],
      () => [result.subarray(0, at), Buffer.from(spice[below(spice.length)]!), result.subarray(at)],
      () => [result.subarray(0, at)],
    ];
    result = Buffer.concat(pieces[below(pieces.length)]!());
  }
  return result;
}

describe("ten thousand damaged files", () => {
  test("none stops the reading, and no record's mark is lost", async () => {
    const originals = ["utf-8", "gb18030", "utf-16le"].map((label) => Buffer.from(encode(clean, label)));
    let marks = 0;
    for (let done = 0; done < 10_000; done += batch) {
      const folder = dirname(writeTemporary("", "empty"));
      const texts = new Map<string, Buffer>();
      for (let index = 0; index < batch; index++) {
        const bytes = mutate(originals[below(10) < 8 ? 0 : 1 + below(2)]!);
        const path = join(folder, `f${index}.csv`);
        writeFileSync(path, bytes);
        texts.set(path, bytes);
      }
      const loaded = await loadFiles([...texts.keys()]);
      const kept = JSON.stringify([
        loaded.columns,
        loaded.rows,
        loaded.rejects,
        loaded.account.files.map(({notes}) => notes),
      ]);
      const seen = new Map<string, number>();
      for (const [found] of kept.matchAll(/K\d\dZ/g)) seen.set(found, (seen.get(found) ?? 0) + 1);
      const written = new Map<string, number>();
      const read = new Set<string>();
      let copies = 0;
      for (const [index, bytes] of [...texts.values()].entries()) {
        const content = bytes.toString("base64");
        if (read.has(content) && bytes.length > 0) {
          copies++; // read once, under the name of the first
          continue;
        }
        read.add(content);
        // whole and in one piece, in the encoding that the account names
        const text = new TextDecoder(loaded.account.files[index]!.encoding).decode(bytes);
        for (const [found] of text.matchAll(/K\d\dZ/g)) written.set(found, (written.get(found) ?? 0) + 1);
      }
      expect(loaded.notes.filter((code) => code === "same_file")).toHaveLength(copies);
      for (const [each, count] of written) {
        marks += count;
        expect(seen.get(each) ?? 0, `${each} in files ${done}…`).toBeGreaterThanOrEqual(count);
      }
    }
    expect(marks).toBeGreaterThan(90_000);
  }, 900_000);
});
