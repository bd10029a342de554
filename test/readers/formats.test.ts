import {utils, write} from "@e965/xlsx";
import {zipSync} from "fflate";
import {describe, expect, test} from "vitest";
import {ReportError} from "../../loaders/messages/errors.js";
import {encode} from "./encode.js";
import {loadBytes} from "./load-file.js";
import {writeWorkbook} from "./write-workbook.js";

const expected = [
  ["A1", "2026-03-05 09:04:30", "2026-03-05", "25%", "36:00:00", "1234.5", "007"],
  ["A2", "2026-03-06 12:00:00", "2026-03-06", "12.5%", "00:05:30", "-3", "迟到"],
];

function book(): ReturnType<typeof utils.book_new> {
  const number = (v: number, z: string) => ({t: "n", v, z});
  const sheet = utils.aoa_to_sheet([
    ["id", "opened", "day", "rate", "talk", "amount", "text"],
    [
      "A1",
      number(46086.378125, "m/d/yy h:mm"),
      number(46086, "yyyy/m/d"),
      number(0.25, "0%"),
      number(1.5, "[h]:mm:ss"),
      number(1234.5, "#,##0.00"),
      "007",
    ],
    [
      "A2",
      number(46087.5, "m/d/yy h:mm"),
      number(46087, "m/d/yy"),
      number(0.125, "0.0%"),
      number(330 / 86_400, "[h]:mm:ss"),
      number(-3, "¥#,##0"),
      "迟到",
    ],
  ]);
  const made = utils.book_new();
  utils.book_append_sheet(made, sheet, "S");
  return made;
}

describe("a workbook", () => {
  test.each([
    ["xlsx", "xlsx", "t.xlsx"],
    ["xlsb", "xlsb", "t.xlsb"],
    ["biff8", "xls", "t.xls"],
    ["xlml", "xml", "t.xls"],
    ["ods", "ods", "t.ods"],
    ["fods", "ods", "t.xml"],
  ] as const)(
    "written as %s says the same: dates, shares, durations, numbers, texts",
    async (bookType, format, name) => {
      const {rows, account} = await loadBytes(write(book(), {type: "buffer", bookType}) as Buffer, {name});
      expect(rows).toEqual(expected);
      expect(account.files[0]!.format).toBe(format);
    },
  );

  test("that is a web page has the texts of the page, in its own encoding, merged cells too", async () => {
    const page =
      '<html><head><meta charset="gb2312"></head><body><table><tr><td colspan="3">客服月报</td></tr><tr><th>编号</th><th>原因</th><th>金额</th></tr><tr><td>001</td><td rowspan="2">迟到&nbsp;&amp; 噪声</td><td>1,234.50</td></tr><tr><td>002</td><td>2026-03-05</td></tr></table><table><tr><td>页脚</td></tr></table></body></html>';
    const {columns, rows, rejects, notes} = await loadBytes(encode(page, "gb18030"), {
      name: "工单.xls",
      columns: ["编号", "金额"],
    });
    expect(columns).toEqual(["编号", "原因", "金额"]);
    expect(rows).toEqual([
      ["001", "迟到 & 噪声", "1,234.50"],
      ["002", "迟到 & 噪声", "2026-03-05"],
    ]);
    expect(rejects).toMatchObject([{row: 1, reason: "preamble"}]);
    expect(notes).toEqual(expect.arrayContaining(["merged_down", "other_sheets"]));
  });

  test("hands a merged cell down, but no amount; hidden rows count and are told of", async () => {
    const text = (value: string) => `<is><t>${value}</t></is>`;
    const row = (number: number, cells: string, more = "") => `<row r="${number}"${more}>${cells}</row>`;
    const cell = (at: string, value: string) => `<c r="${at}" t="inlineStr">${text(value)}</c>`;
    const sheet = `<worksheet><sheetData>${row(1, cell("A1", "id") + cell("B1", "reason") + cell("C1", "fee"))}${row(
      2,
      `${cell("A2", "T1")}${cell("B2", "late")}<c r="C2"><v>50</v></c>`,
    )}${row(3, cell("A3", "T2"), ' hidden="1"')}${row(4, cell("A4", "T3") + cell("B4", "bill"))}</sheetData><mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="C2:C4"/></mergeCells></worksheet>`;
    const {rows, notes} = await loadBytes(writeWorkbook({sheet}), {name: "t.xlsx"});
    expect(rows).toEqual([
      ["T1", "late", "50"],
      ["T2", "late", null],
      ["T3", "bill", null],
    ]);
    expect(notes).toEqual(expect.arrayContaining(["merged_down", "merged_numbers", "hidden_rows"]));
  });

  test("keeps the exponent of an id that a number cannot hold: no digit is invented", async () => {
    const sheet = utils.aoa_to_sheet([
      ["id"],
      [{t: "n", v: Number("570306133677760513")}],
      [{t: "n", v: 12345678901234}],
    ]);
    const made = utils.book_new();
    utils.book_append_sheet(made, sheet, "S");
    const {rows} = await loadBytes(write(made, {type: "buffer", bookType: "xlsb"}) as Buffer, {name: "t.xlsb"});
    expect(rows).toEqual([["5.703061336777605E+17"], ["12345678901234"]]);
  });
});

describe("a file that is no table is named by its kind, with what to do", () => {
  const text = (content: string) => Buffer.from(content, "latin1");
  const container = (name: string) => Buffer.from(zipSync({[name]: text("x")}));
  test.each([
    ["PDF", text("%PDF-1.7\n…"), "report.pdf"],
    ["picture", text("\x89PNG\r\n\x1a\n".padEnd(200, "\0")), "screen.png"],
    ["picture", text("\xff\xd8\xff\xe0".padEnd(200, "\0")), "photo.jpg"],
    ["RAR", text("Rar!\x1a\x07\x01\x00".padEnd(200, "\x07")), "all.rar"],
    ["7z", text("7z\xbc\xaf\x27\x1c".padEnd(200, "\x07")), "all.7z"],
    ["Numbers", container("Index/Document.iwa"), "book.numbers"],
    ["text document", container("word/document.xml"), "letter.docx"],
    ["slide deck", container("ppt/presentation.xml"), "deck.pptx"],
    ["RTF", text("{\\rtf1\\ansi …"), "letter.rtf"],
    ["database", text("SQLite format 3\0".padEnd(200, "\x01")), "desk.db"],
    ["XML", text('<?xml version="1.0"?><feed><entry/></feed>'), "feed.xml"],
    ["web page saved as one file", text("MIME-Version: 1.0\nContent-Type: multipart/related"), "t.xls"],
    ["binary", Buffer.alloc(400, 3), "t.csv"],
  ])("%s", async (kind, bytes, name) => {
    const error = await loadBytes(bytes, {name}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ReportError);
    const refused = error as ReportError;
    expect(refused.code).toBe("unsupported_format");
    expect(refused.where).toEqual({zh: name, en: name});
    expect(refused.what.en).toContain(kind);
    expect(refused.fix.zh).toMatch(/请/);
  });

  test("beside the tables of an archive it is left out and said", async () => {
    const bytes = Buffer.from(
      zipSync({
        "a.csv": text("id,n\n1,2\n"),
        "readme.pdf": text("x"),
        "list.pdf": text("%PDF-1.4"),
        "tiny.pdf": text("x"),
      }),
    );
    const {rows, account} = await loadBytes(bytes, {name: "all.zip"});
    expect(rows).toEqual([["1", "2"]]);
    expect(account.files[0]!.notes.find(({code}) => code === "nested_skipped")?.en).toContain("list.pdf, tiny.pdf");
    await expect(loadBytes(Buffer.from(zipSync({"list.pdf": text("%PDF-1.4")})), {name: "all.zip"})).rejects.toThrow(
      /PDF/,
    );
  });
});
