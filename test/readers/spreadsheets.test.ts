import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {loadBytes, loadFiles, query} from "./load-file.js";
import {writeWorkbook} from "./write-workbook.js";

const root = fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** A sheet of rows, each a list of cells in XML or plain text. */
function sheet(rows: readonly (readonly string[])[], after = ""): string {
  const letter = (index: number) => String.fromCharCode(65 + index);
  const cell = (content: string, row: number, index: number) => {
    if (content === "") return "";
    if (content.startsWith("<c")) return content.replace("<c", `<c r="${letter(index)}${row}"`);
    return `<c r="${letter(index)}${row}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
  };
  const line = (cells: readonly string[], index: number) =>
    `<row r="${index + 1}">${cells.map((content, column) => cell(content, index + 1, column)).join("")}</row>`;
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map(line).join("")}</sheetData>${after}</worksheet>`;
}

const styles = `<styleSheet><numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[$-409]d/m/yy h:mm AM/PM;@"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/><numFmt numFmtId="167" formatCode="#,##0.00&quot;day&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="21"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>`;
const styled = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;

describe("a workbook's cell", () => {
  test.each([
    ["a date", styled(1, "46326"), "2026-10-31"],
    ["a date whose format hides the time", styled(1, "46326.75"), "2026-10-31 18:00:00"],
    ["a date and time", styled(2, "46326.999988"), "2026-10-31 23:59:59"],
    ["a time", styled(3, "0.5"), "12:00:00"],
    ["a Chinese date format", styled(4, "46326"), "2026-10-31"],
    ["a date format with locale", styled(5, "46326.25"), "2026-10-31 06:00:00"],
    ["a duration over a day", styled(6, "1.5"), "36:00:00"],
    ["a number whose unit reads day", styled(7, "46326"), "46326"],
    ["a whole number", styled(0, "10.0"), "10"],
    ["a number in exponent form", styled(0, "5.70306133677760513E+17"), "5.703061336777605E+17"],
    ["a sum with a double's noise", styled(0, "0.30000000000000004"), "0.3"],
    ["a truth value", `<c t="b"><v>1</v></c>`, "true"],
    ["a formula's stored result", `<c><f>A1*2</f><v>7.5</v></c>`, "7.5"],
    ["a formula's stored text", `<c t="str"><f>A1&amp;"x"</f><v>ax</v></c>`, "ax"],
    ["text with an escaped character", "a_x000D_b", "a\rb"],
    ["a number kept as text", "007", "007"],
  ])("as %s reads as its text", async (_, cell, expected) => {
    const {rows} = await loadBytes(
      writeWorkbook({
        sheet: sheet([
          ["id", "value"],
          ["x", cell],
        ]),
        styles,
      }),
      {name: "t.xlsx"},
    );
    expect(rows).toEqual([["x", expected]]);
  });

  test("with a formula but no result is computed from its row if simple, else named", async () => {
    const book = writeWorkbook({
      sheet: sheet([
        ["a", "b", "sum", "other"],
        [styled(0, "1.1"), styled(0, "2.2"), "<c><f>A2+B2*(2-1)</f></c>", "<c><f>VLOOKUP(A2,Z:Z,1)</f></c>"],
      ]),
    });
    const {rows, rejects} = await loadBytes(book, {name: "t.xlsx"});
    expect(rows).toEqual([["1.1", "2.2", "3.3", null]]);
    expect(rejects).toMatchObject([
      {row: 2, column: "other", value: "=VLOOKUP(A2,Z:Z,1)", reason: "formula_without_value", severity: "cell"},
    ]);
  });

  test("that shows an error keeps it: whether it is read decides the mapping", async () => {
    const {rows, rejects} = await loadBytes(
      writeWorkbook({
        sheet: sheet([
          ["a", "b"],
          ["1", `<c t="e"><v>#N/A</v></c>`],
        ]),
      }),
      {name: "t.xlsx"},
    );
    expect(rows).toEqual([["1", "#N/A"]]);
    expect(rejects).toEqual([]);
  });

  test("counts days from 1904 where the workbook says so", async () => {
    const book = writeWorkbook({
      sheet: sheet([
        ["id", "d"],
        ["x", styled(1, "44864")],
      ]),
      styles,
      workbook: '<workbookPr date1904="1"/>',
    });
    expect((await loadBytes(book, {name: "t.xlsx"})).rows).toEqual([["x", "2026-10-31"]]);
  });
});

describe("a sheet", () => {
  test("is found by the headers that the mapping needs, or by its name or number", async () => {
    const sheets = {
      说明: sheet([["note"], ["read me"]]),
      工单: sheet([
        ["编号", "费用"],
        ["1", "2"],
      ]),
    };
    const book = writeWorkbook({sheets});
    const found = await loadBytes(book, {name: "t.xlsx", columns: ["编号"]});
    expect(found.account.files[0]!.sheet).toBe("工单");
    expect(found.notes).toContain("other_sheets");
    expect((await loadBytes(book, {name: "t.xlsx", options: {sheet: "说明"}})).rows).toEqual([["read me"]]);
    expect((await loadBytes(book, {name: "t.xlsx", options: {sheet: 2}})).rows).toEqual([["1", "2"]]);
    await expect(loadBytes(book, {name: "t.xlsx", options: {sheet: "缺"}})).rejects.toMatchObject({
      code: "no_such_sheet",
    });
  });

  test("may begin with a merged title and hold blank rows; row numbers are the sheet's own", async () => {
    const rows = [["客户服务月报"], [], ["编号", "费用"], ["1", "2"], [], ["3", "4"], ["合计", "6"], [], []];
    const {
      columns,
      rows: read,
      numbers,
      account,
      notes,
    } = await loadBytes(
      writeWorkbook({sheet: sheet(rows, '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>')}),
      {name: "t.xlsx"},
    );
    expect(columns).toEqual(["编号", "费用"]);
    expect(read).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(numbers).toEqual([4, 6]);
    expect(account.files[0]).toMatchObject({rows_in: 6, rows_loaded: 2, rows_set_aside: 4});
    expect(notes).toEqual(expect.arrayContaining(["preamble", "merged", "phantom_rows", "blank_rows"]));
  });

  test("names content that stands beyond the last header", async () => {
    const body = Array.from({length: 400}, (_, index) => [`${index}`, "x", ...(index === 350 ? ["", "stray"] : [])]);
    const {columns, rejects, rows} = await loadBytes(writeWorkbook({sheet: sheet([["id", "note"], ...body])}), {
      name: "t.xlsx",
    });
    expect(columns).toEqual(["id", "note"]);
    expect(rows).toHaveLength(400);
    expect(rejects).toMatchObject([{row: 352, column: "c4", value: "stray", reason: "cell_beyond_header"}]);
  });
});

describe.skipIf(!existsSync(root))("real workbooks (need ../shared/data)", () => {
  test("telco-ibm-tables: 7,043 customers, total revenue 21371131.69", async () => {
    const {columns, rows} = await loadFiles([`${root}/telco-ibm-tables/zceivka/Telco_customer_churn_services.xlsx`]);
    const place = columns.indexOf("Total Revenue");
    const [[sum]] = (await query(
      `select sum(v::decimal(18, 4))::varchar from (values ${rows.map((row) => `('${row[place]}')`).join(",")}) as t(v)`,
    )) as [[string]];
    expect(rows).toHaveLength(7043);
    expect(Number(sum)).toBe(21371131.69);
  });

  test("cn-telecom-voice: 55 of 16,357 declared columns, text numbers, mean 8.679919", async () => {
    const {columns, rows, notes} = await loadFiles([`${root}/cn-telecom-voice/附件1语音业务用户满意度数据.xlsx`]);
    const scores = rows.map((row) => Number(row[columns.indexOf("语音通话整体满意度")]));
    expect(columns).toHaveLength(55);
    expect(columns).toContain("用户描述 (2)");
    expect(notes).toContain("phantom_columns");
    expect(scores.reduce((a, b) => a + b, 0) / scores.length).toBeCloseTo(8.679919, 6);
  });

  test("cn-citizen-msgs: 495 rows, 64,707 phantom ones not counted", async () => {
    const {account, notes} = await loadFiles([`${root}/cn-citizen-msgs/附件2.xlsx`]);
    expect(account.files[0]).toMatchObject({rows_in: 495, rows_loaded: 495});
    expect(notes).toContain("phantom_rows");
  });

  test("superstore: legacy .xls, 9,994 lines, sales 2297200.86, 296 returned orders", async () => {
    const path = `${root}/superstore/Sample - Superstore.xls`;
    const orders = await loadFiles([path]);
    const sales = orders.rows.map((row) => Number(row[orders.columns.indexOf("Sales")]));
    expect(orders.rows).toHaveLength(9994);
    expect(sales.reduce((a, b) => a + b, 0)).toBeCloseTo(2297200.86, 2);
    expect(orders.rows[0]![orders.columns.indexOf("Order Date")]).toBe("2016-11-08");
    const returns = await loadFiles([path], {options: {sheet: "Returns"}});
    expect(returns.rows).toHaveLength(296);
  });

  test("callcentre-pwc: dates are text, times are the workbook's", async () => {
    const {columns, rows} = await loadFiles([`${root}/callcentre-pwc/Call-Center-Dataset.xlsx`], {
      columns: ["Call Id"],
    });
    expect(rows).toHaveLength(5000);
    expect(rows[0]!.slice(2, 4)).toEqual(["2021-01-01", "09:12:58"]);
    expect(columns[8]).toBe("AvgTalkDuration");
  });
});
