import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import {rejectsFile} from "../../loaders/records/rejects/file.js";
import {rejectTables} from "../../loaders/records/rejects/tables.js";
import {rowsOf} from "../real/real-report.js";
import {encode} from "./encode.js";
import {loadBytes} from "./load-file.js";

const mapping = `label: {zh: 工单, en: Tickets}
tables:
  - entity: tickets
    files: "工单_*.csv"
    columns:
      ticket_id: {from: 工单号, required: true}
      created_at: {from: 提交时间, date: "yyyy-MM-dd", required: true}
      status: {from: 状态, values: {已关闭: closed, 待处理: open}}
      title: 标题
`;
const rows = [
  "工单号,提交时间,状态,标题",
  ...Array.from({length: 6}, (_, index) => `T${index},2026-10-0${index + 1},已关闭,正常`),
  "T7,2026-13-05,已关闭,坏日期",
  "T8,2026-10-05,已合并,坏状态",
  "T9,2026-10-05,已关闭,旧的一条",
  "T9,2026-10-06,待处理,新的一条",
  "T10,2026-10-07",
  "T11,2026-13-06,已关闭,=cmd|1",
];

function reportFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-returned-"));
  for (const part of ["exports", "mappings"]) mkdirSync(join(folder, part));
  writeFileSync(
    join(folder, "report.yaml"),
    "company: {zh: 测试, en: Test}\nmonth: 2026-10\ntime_zone: Asia/Shanghai\nreject_limit: 1\n",
  );
  writeFileSync(join(folder, "mappings/desk.yaml"), mapping);
  writeFileSync(join(folder, "exports/工单_10.csv"), `${rows.join("\n")}\n`);
  return folder;
}

async function read(folder: string) {
  let tickets: Record<string, unknown>[] = [];
  let download = "";
  const report = await readReport(folder, {
    temp: mkdtempSync(join(tmpdir(), "huisheng-temp-")),
    progress: silentProgress,
    use: async (database) => {
      tickets = await database.rows(
        "select ticket_id, status, title, strftime(created_at, '%Y-%m-%d') as day from stg_tickets order by ticket_id",
      );
      const tables = await rejectTables(database);
      download = rejectsFile(tables[0]!).text;
    },
  });
  return {report, tickets, download};
}

describe("rejected rows", () => {
  test("corrected and dropped in again under their own name, are kept; those still as they were are set aside", async () => {
    const folder = reportFolder();
    const before = await read(folder);
    expect(before.tickets.map(({ticket_id}) => ticket_id)).toEqual(["T0", "T1", "T2", "T3", "T4", "T5", "T8", "T9"]);
    const corrected = before.download
      .replace(/(T7,)2026-13-05/, "$12026-10-05")
      .replace(/(T8,2026-10-05,)已合并/, "$1待处理")
      .replace(/(T11,)2026-13-06/, "$12026-10-08");
    // as a spreadsheet of a Chinese system saves it
    writeFileSync(
      join(folder, "exports/rejects-desk-tickets (2).csv"),
      encode(corrected.replace("\ufeff", ""), "gb18030"),
    );
    const after = await read(folder);
    expect(after.tickets.slice(-4)).toEqual([
      {ticket_id: "T5", status: "closed", title: "正常", day: "2026-10-06"},
      {ticket_id: "T7", status: "closed", title: "坏日期", day: "2026-10-05"},
      {ticket_id: "T8", status: "open", title: "坏状态", day: "2026-10-05"},
      {ticket_id: "T9", status: "open", title: "新的一条", day: "2026-10-06"},
    ]);
    expect(after.tickets.find(({ticket_id}) => ticket_id === "T11")).toMatchObject({
      title: "=cmd|1",
      day: "2026-10-08",
    });
    expect(rowsOf(after.report, "import_files", {file: "rejects-desk-tickets (2).csv"})).toMatchObject([
      {rows_in: 5, rows_kept: 3, rows_rejected: 0, rows_set_aside: 2},
    ]);
  });

  test("lose what the download added: the reason, and the mark before what a spreadsheet would run", async () => {
    const {
      columns,
      rows: found,
      rejects,
      notes,
    } = await loadBytes(
      "_原因,_reason,_column,_value,_file,_row,编号,说明\n缺,no,title,,a.csv,3,7,'=1+1\n缺,no,编号,x9,a.csv,4,x9,原样\n",
    );
    expect(columns).toEqual(["编号", "说明"]);
    expect(found).toEqual([["7", "=1+1"]]);
    expect(rejects.map(({row, reason, severity}) => [row, reason, severity])).toEqual([[3, "not_corrected", "aside"]]);
    expect(notes).toContain("returned_rows");
  });
});
