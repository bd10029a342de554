import {readFileSync} from "node:fs";
import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {loadBytes, loadFiles} from "./load-file.js";
import {binaryFormats, csvText, textFormats, writeTable} from "./write-table.js";

const encodings = ["utf-8", "utf-8-bom", "gb18030", "big5", "utf-16le", "utf-16be"];

// characters that all six encodings know
const phrase = fc.constantFrom(
  "客人不在家",
  "同意",
  "不同意",
  "北京",
  "上海",
  "台北",
  "人工",
  "已完成",
  "未完成",
  "金卡",
  "T-0001",
  "10",
  "10.50",
  "-3",
  "570306133677760513",
  "2026-10-31 23:59:59",
  'he said "no"',
  "a, b; c",
  "two\nlines",
  "",
);
const table = fc
  .array(fc.tuple(fc.stringMatching(/^[A-Z]{2}[0-9]{4}$/), phrase, phrase, phrase), {minLength: 3, maxLength: 30})
  .map((rows) => [["id", "城市", "等次", "原因 note"], ...rows.map((row) => [...row])]);

describe("the same table", () => {
  test("gives the same rows in six encodings and seven formats, packed or not", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (written) => {
        const [header, ...rows] = written as [string[], ...string[][]];
        const expected = rows.map((row) => row.map((cell) => (cell === "" ? null : cell)));
        const check = async (path: string) => {
          const loaded = await loadFiles([path]);
          expect(loaded.columns).toEqual(header);
          expect(loaded.rows).toEqual(expected);
          expect(loaded.rejects).toEqual([]);
        };
        for (const format of textFormats)
          for (const encoding of encodings) await check(await writeTable(written, {format, encoding}));
        for (const format of binaryFormats) await check(await writeTable(written, {format}));
        const packed = await loadBytes(
          gzipSync(readFileSync(await writeTable(written, {format: "csv", encoding: "gb18030"}))),
          {
            name: "table.csv.gz",
          },
        );
        expect(packed.rows).toEqual(expected);
      }),
      {numRuns: 6},
    );
  });

  test("comes back from CSV whatever its cells hold, with each delimiter and line ending", async () => {
    const cell = fc.string({unit: "grapheme", maxLength: 12}).map((text) => text.replaceAll("\u0000", ""));
    const column = fc.integer({min: 2, max: 5});
    const random = column.chain((width) =>
      fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 15}),
    );
    await fc.assert(
      fc.asyncProperty(
        random,
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (rows, delimiter, newline) => {
          const header = rows[0]!.map((_, index) => `name ${index}`);
          const bytes = csvText([header, ...rows], {delimiter, newline, always: true});
          const loaded = await loadBytes(bytes, {options: {delimiter, quote: '"', header_rows: 1}});
          const blank = (text: string) => /^[\s\u00a0\u3000\ufeff]*$/u.test(text);
          const expected = rows
            .map((row) => row.map((text) => (blank(text) ? null : text)))
            .filter((row) => row.some((text) => text !== null));
          expect(loaded.columns).toEqual(header);
          expect(loaded.rows).toEqual(expected);
          expect(loaded.account.files[0]!.rows_in).toBe(rows.length);
        },
      ),
      {numRuns: 300},
    );
  });
});
