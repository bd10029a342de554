import {describe, expect, test} from "vitest";
import {encode} from "./encode.js";
import {loadBytes, loadFiles, writeTemporary} from "./load-file.js";

describe("a text file", () => {
  test.each([",", ";", "\t", "|", "^", ", "])("is cut at its own delimiter %j", async (delimiter) => {
    const lines = [
      ["id", "name", "when"],
      ["1", "Ann, B.", "2026-01-02 10:00"],
      ["2", "Li; Wang", "2026-01-03 11:30"],
    ];
    const text = lines.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join("\n");
    const {columns, rows, account} = await loadBytes(text);
    expect(columns).toEqual(["id", "name", "when"]);
    expect(rows).toEqual(lines.slice(1));
    expect(account.files[0]!.delimiter).toBe(delimiter);
  });

  test.each(["\n", "\r\n", "\r"])("may end its lines with %j", async (newline) => {
    const {rows, numbers} = await loadBytes(["a,b", "1,2", "3,4"].join(newline));
    expect(rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(numbers).toEqual([2, 3]);
  });

  test("numbers its records as a spreadsheet would, preamble, header and blank lines counted", async () => {
    const {rows, numbers, account, notes} = await loadBytes("月度导出,,\n\nid,姓名,城市\n1,王,北京\n\n2,李,上海\n");
    expect(rows).toEqual([
      ["1", "王", "北京"],
      ["2", "李", "上海"],
    ]);
    expect(numbers).toEqual([4, 6]);
    expect(account.files[0]).toMatchObject({rows_in: 5, rows_loaded: 2, rows_set_aside: 3});
    expect(notes).toEqual(expect.arrayContaining(["preamble", "blank_rows"]));
  });

  test("finds the header line by the names that the mapping needs", async () => {
    const text = "a,b,c\nNorth,x,y\nticket,priority,fee\n1,high,2\n";
    const {columns, rows} = await loadBytes(text, {columns: ["ticket", "fee"]});
    expect(columns).toEqual(["ticket", "priority", "fee"]);
    expect(rows).toEqual([["1", "high", "2"]]);
  });

  test("names records with too few or too many cells and keeps the others", async () => {
    const {rows, rejects, account} = await loadBytes("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n");
    expect(rows).toEqual([
      ["1", "2", "3"],
      ["10", "11", "12"],
    ]);
    expect(rejects.map(({row, reason, line}) => [row, reason, line])).toEqual([
      [3, "too_few_cells", "4,5"],
      [4, "too_many_cells", "6,7,8,9"],
    ]);
    expect(account.files[0]).toMatchObject({rows_in: 4, rows_loaded: 2, rows_rejected: 2, rows_set_aside: 0});
  });

  test("sets totals rows aside, at the end by their word, anywhere by the word in the mapping", async () => {
    const end = await loadBytes("地区,费用\n华东,1\n华南,2\n合计,3\n");
    expect(end.rows).toEqual([
      ["华东", "1"],
      ["华南", "2"],
    ]);
    expect(end.rejects[0]).toMatchObject({row: 4, reason: "totals_row", severity: "aside", line: "合计,3"});
    const named = await loadBytes("地区,费用\n华东,1\n本页小结,1\n华南,2\n华北,4\n华中,4\n", {
      options: {footer: "本页小结"},
    });
    expect(named.rows).toHaveLength(4);
    expect(named.rejects[0]).toMatchObject({row: 3, reason: "totals_row"});
  });

  test("reads a header of two lines as one name each, titles carried over the columns they span", async () => {
    const text = "工单,,客户,\n编号,费用,姓名,电话\n1,2,王,138\n";
    const {columns, rows} = await loadBytes(text, {options: {header_rows: 2}});
    expect(columns).toEqual(["工单 / 编号", "工单 / 费用", "客户 / 姓名", "客户 / 电话"]);
    expect(rows).toEqual([["1", "2", "王", "138"]]);
  });

  test("names columns that have no header, or the same one twice", async () => {
    const {columns, notes} = await loadBytes(",category,category,Category\n1,a,b,c\n");
    expect(columns).toEqual(["c1", "category", "category (2)", "Category (3)"]);
    expect(notes).toEqual(expect.arrayContaining(["duplicate_header", "empty_header"]));
  });

  test("says so when no line is a header", async () => {
    const {columns, rows, notes} = await loadBytes("2026-01-01,5,1.5\n2026-01-02,6,2.5\n");
    expect(columns).toEqual(["c1", "c2", "c3"]);
    expect(rows).toHaveLength(2);
    expect(notes).toContain("no_header");
  });

  test("sets aside a second line of header, and the import ids of a survey tool", async () => {
    const units = await loadBytes(
      "id,fee,opened\nnumber,yuan,day\n1,2,2026-01-01\n2,3,2026-01-02\n3,4,2026-01-03\n4,5,2026-01-03\n",
    );
    expect(units.notes).toContain("second_header");
    expect(units.rejects).toMatchObject([{row: 2, reason: "second_header", severity: "aside"}]);
    expect(units.numbers).toEqual([3, 4, 5, 6]);
    const ids = await loadBytes(
      'When,Q1,Q2\nEnd date,"How satisfied?\nOne answer",Likely to recommend\n"{""ImportId"":""end""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\n2026-01-01,5,9\n2026-01-02,4,8\n2026-01-03,3,\n',
    );
    expect(ids.rows).toHaveLength(3);
    expect(ids.rejects.map(({row, reason}) => [row, reason])).toEqual([
      [2, "second_header"],
      [3, "second_header"],
    ]);
  });

  test("takes no record for more of the header, whatever it lacks", async () => {
    const {rows} = await loadBytes(
      "id,fee,opened\nT20260101,free,unknown\nT20260102,2,2026-01-01\nT20260103,3,2026-01-02\nT20260104,4,2026-01-03\n",
    );
    expect(rows).toHaveLength(4);
  });

  test("looks for no header below data", async () => {
    const text = "1,2026-01-01,5\n2,2026-01-02,4\nid,opened,rating\n3,2026-01-03,3\n4,2026-01-04,2\n";
    await expect(loadBytes(text, {columns: ["id", "opened", "rating"]})).rejects.toMatchObject({
      code: "header_below_data",
    });
  });

  test("reads rows that all end with one delimiter too many, and a single wide row not", async () => {
    const all = await loadBytes("a,b,c\n1,2,3,\n4,5,6,\n7,8,9,\n", {columns: ["a", "b"]});
    expect(all.rows).toEqual([
      ["1", "2", "3"],
      ["4", "5", "6"],
      ["7", "8", "9"],
    ]);
    expect(all.notes).toContain("trailing_delimiter");
    const one = await loadBytes("a,b,c\n1,2,3\n4,,5,\n7,8,9\n", {columns: ["a", "b"]});
    expect(one.rejects).toMatchObject([{row: 3, reason: "too_many_cells"}]);
  });

  test('reads ="text" in headers and cells as what the quotes hold', async () => {
    const {columns, rows, notes} = await loadBytes('="id",="name"\n="001",="say ""hi"""\n="002",plain\n');
    expect(columns).toEqual(["id", "name"]);
    expect(rows).toEqual([
      ["001", 'say "hi"'],
      ["002", "plain"],
    ]);
    expect(notes).toContain("text_formulas");
  });

  test.each([";", "|", "\t"])("is cut as its first line sep=%j says", async (mark) => {
    const {columns, rows, rejects} = await loadBytes(`sep=${mark}\nid${mark}note\n1${mark}a, b\n2${mark}c, d\n`);
    expect(columns).toEqual(["id", "note"]);
    expect(rows).toEqual([
      ["1", "a, b"],
      ["2", "c, d"],
    ]);
    expect(rejects).toMatchObject([{row: 1, reason: "preamble", severity: "aside"}]);
  });

  test("sets subtotals aside wherever they stand, where the column that has the id says so", async () => {
    const text =
      "id,day,customer,amount\nO1,2026-01-01,K1,100\nO2,2026-01-01,K2,50\n小计,2026-01-01,,150\nO3,2026-01-02,K1,20\n2026年01月小计,2026-01-31,,170\n,2026-02-01,华东 小计,3\nO4,2026-02-01,合计,5\nO5,2026-02-01,K5,5\nTotal (K1),,,120\nO6,2026-02-01,Total,5\n";
    const {rows, rejects} = await loadBytes(text, {columns: ["id", "day"], keys: ["id"]});
    expect(rows.map(([id]) => id)).toEqual(["O1", "O2", "O3", "O4", "O5", "O6"]);
    expect(rejects.map(({row, reason}) => [row, reason])).toEqual([4, 6, 7, 10].map((row) => [row, "totals_row"]));
  });

  test("stops where the header comes again with its columns in another order", async () => {
    await expect(loadBytes("id,opened,solved\n1,a,b\n2,c,d\nid,solved,opened\n3,e,f\n")).rejects.toMatchObject({
      code: "header_changed",
    });
  });

  test("keeps line breaks, quotes and delimiters inside quoted cells", async () => {
    const {rows} = await loadBytes('id,note\n1,"a ""b"", c\nd"\n2,plain\n');
    expect(rows).toEqual([
      ["1", 'a "b", c\nd'],
      ["2", "plain"],
    ]);
  });

  test("takes a stray quote as a character where only one reading fits, and names it", async () => {
    const {rows, rejects} = await loadBytes('id,size,note\n1,5" pipe,ok\n2,"10" boots","x, y"\n3,plain,z\n');
    expect(rows).toEqual([
      ["1", '5" pipe', "ok"],
      ["2", '10" boots', "x, y"],
      ["3", "plain", "z"],
    ]);
    expect(rejects.map(({row, reason, severity}) => [row, reason, severity])).toEqual([
      [2, "stray_quote", "cell"],
      [3, "stray_quote", "cell"],
    ]);
  });

  test("rejects a record with a NUL or with bytes that are no text, and shows it", async () => {
    const bytes = Buffer.concat([
      encode("编号,备注\n1,正常\n2,", "gb18030"),
      Buffer.from([0xff, 0xff]),
      encode("坏\n3,", "gb18030"),
      Buffer.from([0]),
      encode("空\n4,客户\n", "gb18030"),
    ]);
    const {rows, rejects} = await loadBytes(bytes, {options: {encoding: "gb18030"}});
    expect(rows).toEqual([
      ["1", "正常"],
      ["4", "客户"],
    ]);
    expect(rejects.map(({row, reason}) => [row, reason])).toEqual([
      [3, "undecodable_bytes"],
      [4, "nul_character"],
    ]);
  });

  test("sets the header aside where it comes again in the middle", async () => {
    const {rows, rejects} = await loadBytes("id,fee\n1,2\n\ufeffID,Fee\n3,4\n");
    expect(rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(rejects[0]).toMatchObject({row: 3, reason: "repeated_header", severity: "aside"});
  });

  test("holds null where a cell is blank, in small files and large ones", async () => {
    const body = Array.from({length: 40_000}, (_, index) => `${index}, ,"",　,x`).join("\n");
    for (const text of ['id,a,b,c,d\n1, ,"",　,x\n', `id,a,b,c,d\n${body}\n`]) {
      const {rows, account} = await loadBytes(text);
      expect(rows[0]!.slice(1)).toEqual([null, null, null, "x"]);
      expect(account.files[0]!.rows_loaded).toBe(rows.length);
    }
  });

  test("is united by column name with the other files of its table", async () => {
    const one = writeTemporary("id,地区\n1,华东\n", "a.csv");
    const two = writeTemporary("地区;费用;id\n华南;5;2\n", "b.csv");
    const {columns, rows} = await loadFiles([one, two]);
    expect(columns).toEqual(["id", "地区", "费用"]);
    expect(rows).toEqual([
      ["1", "华东", null],
      ["2", "华南", "5"],
    ]);
  });
});

describe("the encoding", () => {
  const text = "工单编号,客户姓名,投诉内容\n1,王小明,产品质量问题，要求退款\n2,李华,客服电话打不通\n";
  const traditional = "訂單編號,客戶姓名,投訴內容\n1,王小明,產品有問題，要求退款\n2,李華,客服電話打不通\n";
  const latin = "id;name;note\n1;Müller;Größe stimmt nicht – 5 €\n2;Françoise;déjà vu\n3;José;mañana\n";

  test.each([
    ["utf-8", text, "utf-8"],
    ["utf-8-bom", text, "utf-8"],
    ["gb18030", text, "gb18030"],
    ["big5", traditional, "big5"],
    ["utf-16le", text, "utf-16le"],
    ["utf-16be", text, "utf-16be"],
    ["windows-1252", latin, "windows-1252"],
  ])("%s is found from the content", async (label, content, expected) => {
    const {account, rows} = await loadBytes(encode(content, label));
    expect(account.files[0]!.encoding).toBe(expected);
    const delimiter = label === "windows-1252" ? ";" : ",";
    expect(rows).toEqual(
      content
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(delimiter)),
    );
  });

  test("UTF-16 without a mark is known by its zeros", async () => {
    const {account, rows} = await loadBytes(encode(text, "utf-16le").subarray(2));
    expect(account.files[0]!.encoding).toBe("utf-16le");
    expect(rows).toHaveLength(2);
  });

  test("GB18030 that begins with a megabyte of plain letters is still GB18030", async () => {
    const plain = Array.from({length: 60_000}, (_, index) => `${index},name ${index},plain text`).join("\n");
    const {account, rows} = await loadBytes(encode(`id,name,note\n${plain}\n60000,王小明,产品质量问题\n`, "gb18030"));
    expect(account.files[0]!.encoding).toBe("gb18030");
    expect(rows.at(-1)).toEqual(["60000", "王小明", "产品质量问题"]);
  });

  test("UTF-8 with one damaged character stays UTF-8 and loses one record, by name", async () => {
    const bytes = Buffer.from("编号,备注\n1,客户满意\n2,电话回访\n3,再次投诉\n4,已经解决，不再投诉\n");
    bytes[bytes.indexOf("电") + 1] = 0x20;
    const {account, rows, rejects} = await loadBytes(bytes);
    expect(account.files[0]!.encoding).toBe("utf-8");
    expect(rows.map(([id]) => id)).toEqual(["1", "3", "4"]);
    expect(rejects.map(({row, reason}) => [row, reason])).toEqual([[3, "undecodable_bytes"]]);
  });

  test("may be overruled by the mapping", async () => {
    const {rows} = await loadBytes(encode("id,name\n1,é\n", "windows-1252"), {options: {encoding: "windows-1252"}});
    expect(rows).toEqual([["1", "é"]]);
  });
});
