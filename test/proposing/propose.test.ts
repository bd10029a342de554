import {existsSync, mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {mappingSchema} from "../../loaders/mapping/mapping.js";
import {profileColumn} from "../../loaders/proposing/cells/profile.js";
import {mapFiles} from "../../loaders/proposing/command/map-files.js";
import {propose} from "../../loaders/proposing/tables/propose.js";
import {writeTemporary} from "../readers/load-file.js";
import {read} from "./read.js";

const root = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const profile = (header: string, cells: readonly string[]) =>
  profileColumn(header, {cells, filled: cells.length, distinct: new Set(cells).size});

async function proposed(...files: string[]): Promise<string> {
  const out = join(mkdtempSync(join(tmpdir(), "huisheng-map-")), "mapping.yaml");
  await mapFiles(files, {language: "en", out, read});
  return readFileSync(out, "utf8");
}

describe("a proposal", () => {
  test("names the entity and the columns of a Chinese ticket export", async () => {
    const path = writeTemporary(
      '工单编号,客户号,创建时间,关闭时间,优先级,处理人,费用\nT1,C1,2026-10-01 08:00:00,2026-10-02 09:00:00,高,王,"1,200.50"\nT2,C2,2026-10-03 08:00:00,,低,李,0\n',
      "工单.csv",
    );
    const yaml = await proposed(path);
    const mapping = mappingSchema.parse(parse(yaml));
    expect(mapping.tables[0]).toMatchObject({entity: "tickets", files: ["工单.csv"]});
    const {columns} = mapping.tables[0]!;
    const found = Object.fromEntries(Object.entries(columns).map(([name, {from}]) => [name, from?.[0]]));
    expect(found).toEqual({
      ticket_id: "工单编号",
      customer_id: "客户号",
      created_at: "创建时间",
      closed_at: "关闭时间",
      priority: "优先级",
      handler: "处理人",
      fee: "费用",
    });
    expect(columns.fee).toMatchObject({number: "1,234.56"});
  });

  test("a status says who left, unless a date says when: a rate of every month is more than a share", async () => {
    const lines = (cells: (i: number, isGone: boolean) => string) =>
      Array.from({length: 40}, (_, i) => cells(i, i % 4 === 0)).join("\n");
    const columnsOf = async (name: string, text: string) => {
      const mapping = mappingSchema.parse(parse(await proposed(writeTemporary(text, name))));
      const table = mapping.tables.find(({entity}) => entity === "customers")!;
      return Object.keys(table.columns);
    };
    const dated = await columnsOf(
      "客户.csv",
      `客户编号,入网日期,离网日期,客户状态\n${lines((i, isGone) => `K${i},2024-0${(i % 9) + 1}-11,${isGone ? `2026-0${(i % 9) + 1}-05` : ""},${isGone ? "已流失" : "在网"}`)}\n`,
    );
    expect(dated).toEqual(expect.arrayContaining(["customer_id", "joined_date", "left_date", "status"]));
    expect(dated).not.toContain("is_churned");
    const undated = await columnsOf(
      "客户2.csv",
      `客户编号,入网日期,客户状态\n${lines((i, isGone) => `K${i},2024-0${(i % 9) + 1}-11,${isGone ? "已流失" : "在网"}`)}\n`,
    );
    expect(undated).toContain("is_churned");
  });

  test("reads the headers and values of a system in Taiwan or Hong Kong as those of one on the mainland", async () => {
    const rows = ["投訴,處理中", "諮詢,已結案", "投訴,已結案"].map(
      (cells, at) => `T${at},K${at},${cells},2026-10-0${at + 1} 08:00,2026-10-0${at + 2} 09:00,物流`,
    );
    const header = "工單編號,客戶編號,工單類型,狀態,建立時間,解決時間,責任部門";
    const yaml = await proposed(writeTemporary(`${header}\n${rows.join("\n")}\n`, "工單.csv"));
    const {entity, columns} = mappingSchema.parse(parse(yaml)).tables[0]!;
    expect(entity).toBe("tickets");
    expect(Object.fromEntries(Object.entries(columns).map(([name, {from}]) => [name, from?.[0]]))).toMatchObject({
      ticket_id: "工單編號",
      customer_id: "客戶編號",
      ticket_type: "工單類型",
      status: "狀態",
      created_at: "建立時間",
      solved_at: "解決時間",
      responsible_department: "責任部門",
    });
    expect(columns.ticket_type!.values).toEqual({投訴: "complaint", 諮詢: "inquiry"});
    expect(columns.status!.values).toEqual({處理中: "in_progress", 已結案: "closed"});
  });

  test("translates the values it knows, leaves the others blank and names them, and writes unsure columns as comments", async () => {
    const states = ["Closed", "Resolved", "On Hold", "Nirvana"].map((state, index) => `T${index},${state},x,`);
    const yaml = await proposed(writeTemporary(`Ticket ID,Status,Address Type,Type\n${states.join("\n")}\n`, "t.csv"));
    const {columns} = mappingSchema.parse(parse(yaml)).tables[0]!;
    expect(Object.keys(columns)).toEqual(["ticket_id", "status"]);
    expect(columns.status).toMatchObject({
      values: {Closed: "closed", "On Hold": "pending", Resolved: "solved"},
      other: "blank",
    });
    expect(yaml).toMatch(/# .*Nirvana .*left blank for now/);
    expect(yaml).toMatch(/# ticket_type: .*blank/);
  });

  test("gives each column a confidence, lower where only part of the name fits", () => {
    const profiles = [
      profile("Ticket ID", ["1", "2"]),
      profile("Priority", ["1", "2"]),
      profile("When", ["2026-01-01", "2026-01-02"]),
    ];
    const {columns} = propose({profiles, rows: 2, name: "tickets.csv"}).tables[0]!;
    const confidence = Object.fromEntries(columns.map((column) => [column.column, column.confidence]));
    expect(confidence.ticket_id).toBeGreaterThan(0.9);
    expect(confidence.created_at).toBeLessThan(0.9);
  });

  test.each([
    [
      ["22-04-15", "04-08-15"],
      ["dd-MM-yy", "yy-MM-dd"],
    ],
    [
      ["01/02/2026", "03/04/2026"],
      ["dd/MM/yyyy", "MM/dd/yyyy"],
    ],
    [["13/02/2026", "03/04/2026"], ["dd/MM/yyyy"]],
    [["2/15/2026 3:05 PM"], ["MM/dd/yyyy hh:mm a"]],
    [["2026-01-02", "2026/1/3 10:00:00"], []],
  ])("knows in how many ways %j can be read", (cells, formats) => {
    expect(profile("date", cells).formats).toEqual(formats);
  });

  test("leaves the choice open where dates can be read two ways", async () => {
    const yaml = await proposed(writeTemporary("ticket id,created at\n1,01/02/2026\n2,03/04/2026\n", "t.csv"));
    expect(yaml).toContain('# created_at: {from: created at, date: "dd/MM/yyyy"}');
    expect(yaml).toContain('# created_at: {from: created at, date: "MM/dd/yyyy"}');
    expect(mappingSchema.parse(parse(yaml)).tables[0]!.columns).not.toHaveProperty("created_at");
  });

  test("does not overwrite a file, and asks for one where none is named", async () => {
    const path = writeTemporary("a,b\n1,2\n", "t.csv");
    await expect(mapFiles([path], {language: "en", out: path, read})).rejects.toMatchObject({code: "file_exists"});
    await expect(mapFiles([], {language: "en", read})).rejects.toMatchObject({code: "no_file"});
  });
});

describe.skipIf(!existsSync(root))("a proposal for real exports (needs ../shared/data)", () => {
  test("calls out ids that a spreadsheet ruined", async () => {
    expect(await proposed(`${root}/airline-tweets/tweets.csv`)).toMatch(
      /tweet_id .*these ids were ruined by a spreadsheet/,
    );
  });

  test("reads a call centre's date and time columns as one time", async () => {
    const mapping = mappingSchema.parse(parse(await proposed(`${root}/callcentre-pwc/call_center_ddmmyyyy.csv`)));
    expect(mapping.tables[0]).toMatchObject({
      entity: "calls",
      columns: {
        called_at: {from: ["date"], and: ["time"], date: ["dd/MM/yyyy HH:mm:ss"]},
        talk_seconds: {number: "hh:mm:ss"},
      },
    });
  });

  test("reads Comcast's two-digit years day first, since another column names the same days in words", async () => {
    const yaml = await proposed(`${root}/comcast-complaints/Comcast_telecom_complaints_data.csv`);
    expect(yaml).toMatch(/# read so it is the same day as "Date_month_year"/);
    expect(yaml).toContain('date: "dd-MM-yy hh:mm:ss a"');
  });
});
