import {closeSync, openSync, writeSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {zipSync} from "fflate";
import {describe, expect, test} from "vitest";
import {ReportError} from "../../loaders/messages/errors.js";
import {loadBytes, loadFiles, writeTemporary} from "./load-file.js";
import {writeWorkbook} from "./write-workbook.js";

/** The code of the message that ends the reading. */
async function refusal(loading: Promise<unknown>): Promise<string> {
  try {
    await loading;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    expect(error.print("zh")).toMatch(/处理：/);
    expect(error.print("en")).toMatch(/Fix: /);
    return error.code;
  }
  return "none";
}

const text = (content: string) => Buffer.from(content, "utf8");

describe("a hostile file ends in a message", () => {
  test("when a gz unpacks to an absurd size", async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, "a,b\n"));
    expect(await refusal(loadBytes(bomb, {name: "bomb.csv.gz"}))).toBe("zip_bomb");
  });

  test("when a workbook's sheet unpacks to hundreds of megabytes of nothing", async () => {
    const sheet = `<worksheet><sheetData>${" ".repeat(300 * 1024 * 1024)}`;
    expect(await refusal(loadBytes(writeWorkbook({sheet}), {name: "bomb.xlsx"}))).toBe("zip_bomb");
  });

  test("when a sheet has a cell in column ten million", async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="VBQZH1"><v>1</v></c></row></sheetData></worksheet>`;
    expect(await refusal(loadBytes(writeWorkbook({sheet}), {name: "wide.xlsx"}))).toBe("too_many_columns");
  });

  test("when a line of text has ten million columns", async () => {
    const wide = `${"a,".repeat(10_000_000)}\n1,2\n`;
    expect(await refusal(loadBytes(wide))).toBe("too_many_columns");
  });

  test("when a workbook brings its own entities", async () => {
    const strings = `<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`;
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`;
    expect(await refusal(loadBytes(writeWorkbook({sheet, strings}), {name: "entity.xlsx"}))).toBe("unsafe_workbook");
  });

  test("when a zip names a file outside itself", async () => {
    const bytes = zipSync({"../../etc/cron.csv": text("a,b\n1,2\n")});
    expect(await refusal(loadBytes(bytes, {name: "up.zip"}))).toBe("unsafe_path");
  });

  test.each([
    ["cut.csv.gz", gzipSync("a,b\n1,2\n".repeat(1000)).subarray(0, 30), "damaged_archive"],
    ["cut.xlsx", writeWorkbook({sheet: "<worksheet/>"}).subarray(0, 300), "damaged_archive"],
    ["half.xlsx", writeWorkbook({sheet: "<worksheet><sheetData><row"}), "damaged_workbook"],
    ["junk.xls", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600, 7)]), "damaged_workbook"],
    ["junk.parquet", text("PAR1 nothing of the kind PAR1"), "damaged_parquet"],
    ["half.json", text('{"tickets": [{"id": 1}, '), "unreadable_json"],
  ])("when %s is damaged", async (name, bytes, code) => {
    expect(await refusal(loadBytes(bytes, {name}))).toBe(code);
  });

  test("when the mapping says another format than the content has", async () => {
    expect(await refusal(loadBytes("a,b\n1,2\n", {options: {format: "xlsx"}}))).toBe("wrong_format");
  });
});

describe("a strange file is read as far as it goes", () => {
  test("a line of 200 MB is one rejected record, and the next one is kept", async () => {
    const path = writeTemporary("id,note\n1,", "long.csv");
    const file = openSync(path, "a");
    for (let count = 0; count < 200; count++) writeSync(file, "x".repeat(1024 * 1024));
    writeSync(file, "\n2,short\n");
    closeSync(file);
    const {rows, rejects} = await loadFiles([path]);
    expect(rows).toEqual([["2", "short"]]);
    expect(rejects.map(({row, reason}) => ({row, reason}))).toEqual([{row: 2, reason: "record_too_long"}]);
  });

  test("a quote that is never closed costs its own line only", async () => {
    const line = (index: number) =>
      `${index},"${index % 1000 === 500 ? "open" : "shut, here"}${index % 1000 === 500 ? "" : '"'}`;
    const lines = Array.from({length: 50_000}, (_, index) => line(index)).join("\n");
    const {account, rejects} = await loadBytes(`id,note\n${lines}\n7,fine\n`);
    expect(account.files[0]).toMatchObject({rows_in: 50_001, rows_loaded: 50_001});
    expect(rejects.map(({reason, line}) => [reason, line])).toEqual(
      Array.from({length: 50}, (_, index) => ["stray_quote", `${index * 1000 + 500},"open`]),
    );
  });

  test("a zip inside a zip is named, not opened", async () => {
    const inner = zipSync({"b.csv": text("a\n1\n")});
    const {account, notes} = await loadBytes(
      zipSync({"a.csv": text("id,n\n1,2\n"), "deep.zip": zipSync({"c.zip": inner})}),
      {name: "x.zip"},
    );
    expect(account.files.map(({file}) => file)).toContain("x.zip/a.csv");
    expect(notes).toContain("nested_skipped");
  });

  test("an empty file and one of blanks have no rows and say so", async () => {
    for (const bytes of ["", "\n\n \n", "\ufeff"]) {
      const {rows, notes} = await loadBytes(bytes);
      expect(rows).toEqual([]);
      expect(notes).toContain("empty_file");
    }
  });
});
