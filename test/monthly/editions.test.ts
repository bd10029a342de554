import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {checklist} from "../../loaders/checklist.js";
import {drawReport} from "../../loaders/draw/draw.js";
import {readEditions} from "../../loaders/history/edition.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {assertAccepted, type Candidate, candidate, comparedText, keepEdition} from "../../loaders/publishing.js";
import {readReport} from "../../loaders/read-report.js";
import {takeLock} from "../../loaders/site/lock.js";
import {reportState} from "../../loaders/states.js";
import type {Restated} from "../../src/words/restated.js";
import {tinyReport} from "../build/tiny-report.js";

const made: string[] = [];
const fresh = (name: string) => {
  const folder = mkdtempSync(join(tmpdir(), `huisheng-${name}-`));
  made.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of made) rmSync(folder, {recursive: true, force: true});
});

const mapping = `label: {zh: 工单系统, en: Desk}
tables:
  - entity: tickets
    files: "tickets*.csv"
    columns: {ticket_id: id, customer_id: customer, ticket_type: type, category: about, created_at: opened, solved_at: solved, closed_at: closed}
  - entity: customers
    files: customers.csv
    columns: {customer_id: id, region: region, joined_date: joined}
`;

interface Ticket {
  readonly id: string;
  readonly month: string;
  readonly type: "complaint" | "inquiry";
}

const line = ({id, month, type}: Ticket, index: number): string => {
  const day = `${month}-${String((index % 27) + 1).padStart(2, "0")}`;
  return `${id},K${index % 60},${type},noise,${day} 09:00,${day} 11:00,${day} 12:00`;
};

/** Writes an export of these tickets. */
const deliver = (report: string, name: string, tickets: readonly Ticket[]): void =>
  writeFileSync(
    join(report, "exports", name),
    `id,customer,type,about,opened,solved,closed\n${tickets.map(line).join("\n")}\n`,
  );

/** Reads a month and publishes it in the history, without its site. */
async function publish(report: string, month: string, {accept}: {accept?: string} = {}) {
  const read = await readReport(report, {month, temp: fresh("duck"), progress: silentProgress});
  const drawn = drawReport(read);
  const found: Candidate = candidate(read, {drawn});
  assertAccepted(found, {accept, file: report});
  if (!found.isSame) keepEdition(found, {folder: report, accept, now: new Date("2026-12-01")});
  return {found, read, drawn};
}

/** What of an edition moved, by measure and month: "created 2026-02" → +3. */
const moves = (rows: readonly Restated[], measure: string): Record<string, number> =>
  Object.fromEntries(rows.filter((row) => row.measure === measure).map((row) => [row.month, row.is! - row.was!]));

describe("months published one after the other, as their records arrived", () => {
  const report = tinyReport({"mappings/desk.yaml": mapping, "exports/tickets.csv": null});
  made.push(report);
  const of = (month: string, n: number, from = 0): Ticket[] =>
    Array.from({length: n}, (_, index) => ({
      id: `T${month}-${from + index}`,
      month,
      type: index % 3 === 0 ? "complaint" : "inquiry",
    }));
  const [jan, feb, mar, apr] = ["2026-01", "2026-02", "2026-03", "2026-04"].map((month) => of(month, 60));
  const published: Record<string, Awaited<ReturnType<typeof publish>>> = {};

  beforeAll(async () => {
    deliver(report, "tickets_1.csv", jan!);
    published["2026-01"] = await publish(report, "2026-01");
    deliver(report, "tickets_2.csv", feb!);
    published["2026-02"] = await publish(report, "2026-02");
    // A late file: 17 tickets, 3 of January and 14 of February.
    deliver(report, "tickets_late.csv", [...of("2026-01", 3, 100), ...of("2026-02", 14, 100)]);
    deliver(report, "tickets_3.csv", mar!);
    published["2026-03"] = await publish(report, "2026-03");
    // Re-delivered: one ticket of March is gone, and two are no complaints after all.
    deliver(
      report,
      "tickets_3.csv",
      mar!.slice(0, -1).map((each, index) => (index === 0 || index === 3 ? {...each, type: "inquiry"} : each)),
    );
    deliver(report, "tickets_4.csv", apr!);
    published["2026-04"] = await publish(report, "2026-04");
  });

  test("each is an edition, and the first has nothing before it", () => {
    expect(readEditions(report).map(({id}) => id)).toEqual(["2026-01", "2026-02", "2026-03", "2026-04"]);
    expect(published["2026-01"]!.read.past).toEqual({editions: [], restated: []});
    // Of customers without contracts it is known later how long they stayed, of contacts whether another followed.
    const {restated} = published["2026-02"]!.read.past!;
    expect(restated.map(({measure, reasons}) => [measure, reasons])).toEqual([
      ["value", [{kind: "later"}]],
      ["n fcr_7", [{kind: "later"}]],
    ]);
  });

  test("a month is as it was when it is published itself; the next one has an edition more to tell of", () => {
    const state = (month: string) => reportState({report, month})(month);
    const [own, next] = [state("2026-04"), state("2026-05")];
    const history = join(report, "history");
    cpSync(join(history, "2026-04"), join(history, "2026-04.2"), {recursive: true});
    expect(state("2026-04")).toBe(own);
    expect(state("2026-05")).not.toBe(next);
    rmSync(join(history, "2026-04.2"), {recursive: true});
  });

  test("the late file gives a signed table that names its rows", () => {
    const {restated} = published["2026-03"]!.read.past!;
    expect(moves(restated, "created")).toEqual({"2026-01": 3, "2026-02": 14});
    expect(moves(restated, "complaints")).toEqual({"2026-01": 1, "2026-02": 5});
    const january = restated.find(({measure, month}) => measure === "created" && month === "2026-01")!;
    expect(january).toMatchObject({edition: "2026-02", was: 60, is: 63});
    expect(january.reasons).toEqual([
      {kind: "late", entity: "tickets", file: "tickets_late.csv", records: 3, rows: [2, 3, 4]},
    ]);
    const {zh, en} = published["2026-03"]!.drawn;
    expect(zh!.figures.restatements).toMatchObject({title: expect.stringContaining("工单：1月 +3、2月 +14")});
    expect(JSON.stringify(en!.figures.restatements)).toContain("tickets: 14 came later (tickets_late.csv rows 5,");
  });

  test("what was corrected and what is gone is told apart, by row", () => {
    const {restated} = published["2026-04"]!.read.past!;
    expect(moves(restated, "created")).toEqual({"2026-03": -1});
    expect(moves(restated, "complaints")).toEqual({"2026-03": -2});
    const complaints = restated.find(({measure}) => measure === "complaints")!;
    expect(complaints.reasons).toEqual(
      expect.arrayContaining([
        {kind: "removed", entity: "tickets", file: "tickets_3.csv", records: 1, rows: [61]},
        {kind: "corrected", entity: "tickets", file: "tickets_3.csv", records: 2, rows: [2, 5]},
      ]),
    );
  });

  test("a month built again knows nothing of later editions, and says the same as when it was published", async () => {
    const again = await readReport(report, {month: "2026-02", temp: fresh("duck"), progress: silentProgress});
    expect(again.past!.editions.map(({id}) => id)).toEqual(["2026-01"]);
    const {found} = await publish(report, "2026-04");
    expect(found.isSame).toBe(true);
    expect(readdirSync(join(report, "history")).sort()).toEqual(["2026-01", "2026-02", "2026-03", "2026-04"]);
  });

  test("a source that halved stops until somebody says why, and the reason is kept", async () => {
    const copy = fresh("halved");
    cpSync(report, copy, {recursive: true});
    deliver(copy, "tickets_5.csv", of("2026-05", 25));
    await expect(publish(copy, "2026-05")).rejects.toThrow(/tickets, rows|Tickets, rows|too much changed/);
    expect(existsSync(join(copy, "history", "2026-05"))).toBe(false);
    rmSync(join(copy, "exports", "tickets_1.csv"));
    const {found, read, drawn} = await publish(copy, "2026-05", {accept: "half of the shops were closed"});
    expect(comparedText(found, "zh")).toMatch(/! 工单，行数: 60 → 25 \(−58\.3%\)/);
    expect(comparedText(found, "zh")).toMatch(/! 工单，2026-04 及以前的行数: 256 → 196 \(−23\.4%\)/);
    const log = JSON.parse(readFileSync(join(copy, "history", "2026-05", "log.json"), "utf8"));
    expect(log).toMatchObject({accepted: "half of the shops were closed", compared_with: "2026-04"});
    const ticked = checklist(read, {drawn: drawn.en!, wrong: 0, language: "en"});
    expect(ticked.map((step) => step.slice(0, 1)).join("")).toBe("✓✓□✓□✓");
    expect(ticked.at(-2)).toMatch(/□ \d+ changed too much beside edition 2026-04 \(.*tickets, rows/);
    expect(ticked.at(-1)).toBe("✓ May 2026 is published as edition 2026-05");
  });

  test("the checklist of the month ticks what is done and names what is not", () => {
    const {read, drawn} = published["2026-04"]!;
    const lacking = {
      ...read,
      imported: {...read.imported, unmapped: ["odd.csv"]},
      snapshot: {...read.snapshot!, categories: []},
    };
    const ticked = checklist(lacking, {drawn: drawn.zh!, wrong: 2, language: "zh"});
    expect(ticked[0]).toBe("□ 1 个文件没有映射，没有读：写一份映射，或移出导出文件夹");
    expect(ticked).toContain("□ 2 处标题与表对不上，是程序的错：以表为准");
    expect(ticked.at(-1)).toBe("□ 2026年4月还没有按现在的记录发布");
  });

  test("an edition is whole or none: without its seal, or with a file cut short, it is not read", () => {
    const copy = fresh("torn");
    cpSync(join(report, "history"), join(copy, "history"), {recursive: true});
    rmSync(join(copy, "history", "2026-04", "edition.json"));
    const values = join(copy, "history", "2026-03", "values.json");
    writeFileSync(values, readFileSync(values, "utf8").slice(0, -20));
    mkdirSync(join(copy, "history", ".2026-05.unfinished"));
    expect(readEditions(copy).map(({id}) => id)).toEqual(["2026-01", "2026-02"]);
  });

  test("the history holds no cell of an export", () => {
    const text = readFileSync(join(report, "history", "2026-04", "records.json"), "utf8");
    expect(text).not.toMatch(/K\d|noise|T2026/);
  });
});

test("two builds at once: the second says so; a lock left by a process that is gone is taken over", () => {
  const lock = join(fresh("lock"), "dist.lock");
  const release = takeLock(lock, {what: "--out dist"});
  const other = JSON.parse(readFileSync(lock, "utf8"));
  // As seen by another process: the holder's number is not its own.
  writeFileSync(lock, JSON.stringify({...other, pid: process.ppid, began: beganAt(process.ppid)}));
  expect(() => takeLock(lock, {what: "--out dist"})).toThrow(/another build is at it/);
  // The number was given to another process since, or is this process's own, as number 1 of every container is.
  writeFileSync(lock, JSON.stringify({...other, pid: process.ppid, began: "1"}));
  if (existsSync("/proc/self/stat")) takeLock(lock, {what: "--out dist"})();
  writeFileSync(lock, JSON.stringify({...other, pid: process.pid}));
  takeLock(lock, {what: "--out dist"})();
  // Killed while the lock was written: nobody waits longer than writing takes.
  writeFileSync(lock, '{"host":"he');
  takeLock(lock, {what: "--out dist"})();
  release();
  expect(existsSync(lock)).toBe(false);
});

function beganAt(pid: number): string {
  if (!existsSync(`/proc/${pid}/stat`)) return "";
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
