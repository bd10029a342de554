import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {DuckDBInstance} from "@duckdb/node-api";
import {beforeAll, describe, expect, test} from "vitest";
import {fileLiteral} from "../../loaders/database/sql-text.js";
import type {FileTruth} from "./export-file.js";
import {generate} from "./generate.js";
import {csvRecords, exportText, sheetRows} from "./read-back.js";
import truths from "./truths.json" with {type: "json"};

const data = fileURLToPath(new URL("../../data", import.meta.url));
const exported = (name: string) => join(data, "exports", name);
const files = truths.files as Readonly<Record<string, FileTruth>>;

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS();
}

describe("the made-up company", () => {
  let made: Awaited<ReturnType<typeof generate>>;
  beforeAll(async () => {
    made = await generate();
  });

  test("comes out the same byte for byte, on another day and in another time zone", () => {
    for (const [path, bytes] of made.files)
      expect(Buffer.compare(readFileSync(join(data, path)), Buffer.from(bytes)), path).toBe(0);
    const kept = readFileSync(fileURLToPath(new URL("truths.json", import.meta.url)), "utf8");
    expect(new TextDecoder().decode(made.truths)).toBe(kept);
  });

  test("has no export or code list beside those the generator makes", () => {
    const found = ["exports", "reference"].flatMap((folder) =>
      readdirSync(join(data, folder), {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(data.length + 1)),
    );
    const written = ["reference/stop_words.csv", "reference/synonyms.csv"]; // word lists, kept by hand
    expect(found.sort()).toEqual([...made.files.keys(), ...written].sort());
  });
});

test("the exports of the default report are small enough to be kept with the source", () => {
  const sizes = Object.keys(files).map((name) => statSync(exported(name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
});

describe("every export holds the rows that the list of truths says", () => {
  for (const [name, truth] of Object.entries(files))
    test(name, async () => {
      const listed = truth.kept + truth.rejected.length + truth.totals_rows + truth.blank_rows + truth.repeated_rows;
      expect(await recordsIn(name, truth)).toBe(listed);
    });
});

async function recordsIn(name: string, truth: FileTruth): Promise<number> {
  const path = exported(name);
  if (truth.format.startsWith("csv"))
    return csvRecords(exportText(path, truth.encoding === "gb18030" ? "gb18030" : "utf-8")).length - 1;
  if (truth.format.startsWith("jsonl")) return exportText(path).trimEnd().split("\n").length;
  if (truth.format === "xlsx") return sheetRows(path).length - (name.includes("work_orders") ? 2 : 1);
  return Number((await rows(`select count(*)::integer as n from read_parquet(${fileLiteral(path)})`))[0]!.n);
}

/** Every file of the call centre as a list in SQL. */
const callFiles = `[${readdirSync(exported("callcentre"))
  .map((name) => fileLiteral(join(exported("callcentre"), name)))
  .join(", ")}]`;

describe("reading the exports again gives the totals of the list", () => {
  test("order amounts by month", async () => {
    const found = await rows(
      `select strftime(ordered_at, '%Y-%m') as month, count(*)::integer as lines, sum(amount)::double as amount
      from read_parquet(${fileLiteral(exported("erp/orders.parquet"))}) where ordered_at < '2026-11-01' group by 1 order by 1`,
    );
    expect(Object.fromEntries(found.map(({month, lines, amount}) => [month, {lines, amount}]))).toEqual(
      truths.totals.orders_by_month,
    );
  });

  test("calls offered and answered by month", async () => {
    const found = await rows(
      `select substr("start", 1, 7) as month, count(*)::integer as offered, (count(*) filter (where answered))::integer as answered
      from read_json(${callFiles}, format = 'newline_delimited', ignore_errors = true,
        columns = {call_no: 'varchar', "start": 'varchar', dir: 'varchar', offered: 'boolean', answered: 'boolean'})
      where dir = 'in' and offered group by 1 order by 1`,
    );
    expect(Object.fromEntries(found.map(({month, offered, answered}) => [month, {offered, answered}]))).toEqual(
      truths.totals.calls_by_month,
    );
  });

  test("customers by region, from GB18030", () => {
    const [header, ...records] = csvRecords(exportText(exported("crm/customers.csv"), "gb18030"));
    const [region, status] = [header!.indexOf("大区"), header!.indexOf("状态")];
    const counts: Record<string, number> = {};
    for (const record of records)
      if (record[region] && record[status] !== "潜在") counts[record[region]!] = (counts[record[region]!] ?? 0) + 1;
    expect(counts).toEqual(truths.totals.customers.by_region_with_second_entries);
  });

  test("satisfied answers by month, from both workbooks and without the pilot", () => {
    const counts: Record<string, {n: number; satisfied: number; dissatisfied: number}> = {};
    for (const name of Object.keys(files).filter((file) => file.startsWith("survey/satisfaction"))) {
      const [header, ...records] = sheetRows(exported(name));
      const column = (...titles: string[]) => [...header!].find(([, title]) => titles.includes(title))![0];
      const [score, answered, pilot, id] = [
        column("总体评价（1-5）", "总体满意度"),
        column("提交时间", "作答时间"),
        column("是否试访"),
        column("答卷编号"),
      ];
      for (const record of records) {
        const value = Number(record.get(score));
        if (!record.has(score) || record.get(pilot) === "是" || record.get(id)!.startsWith("WJX")) continue;
        const month = new Date(Math.round((Number(record.get(answered)) - 25_569) * 86_400_000))
          .toISOString()
          .slice(0, 7);
        counts[month] ??= {n: 0, satisfied: 0, dissatisfied: 0};
        counts[month].n++;
        if (value >= 4) counts[month].satisfied++;
        if (value <= 2) counts[month].dissatisfied++;
      }
    }
    expect(counts).toEqual(truths.totals.csat_by_month);
  });

  test("the careless fee stands in the workbook, and the ledger does not know it", () => {
    const careless = truths.planted["01_careless_fee"];
    const job = sheetRows(exported("erp/work_orders_2026.xlsx")).find(
      (row) => row.get("A") === careless.work_order_id,
    )!;
    expect([job.get("M"), job.get("N")]).toEqual([String(careless.fee), careless.recorded_by]);
    const ledger = csvRecords(exportText(exported("erp/control_totals.csv"))).find(
      ([month, , measure]) => month === careless.month && measure === "work_orders.fee",
    )!;
    expect(Number(ledger[3])).toBe(careless.ours - careless.difference);
  });
});

describe("what is planted is large enough to be found", () => {
  const planted = truths.planted;

  test("satisfaction falls by mix alone while every channel rises", () => {
    const {before, after, kitagawa} = planted["05_mix_only_fall"];
    const share = (part: {n: number; satisfied: number}) => part.satisfied / part.n;
    for (const channel of ["phone", "wechat", "chat", "email", "visit"] as const)
      expect(share(after.by_channel[channel])).toBeGreaterThan(share(before.by_channel[channel]));
    expect(share(after.all)).toBeLessThan(share(before.all) - 0.05);
    expect(kitagawa.rate).toBeGreaterThan(0);
  });

  test("thirty complaints are many in the small region and few in the large one", () => {
    const {large, small} = planted["08_thirty_complaints"];
    const counts = truths.totals.complaints_2026_10_by_region;
    expect([counts.华东, counts.西北]).toEqual([30, 30]);
    expect(small.per_10000).toBeGreaterThan(8 * large.per_10000);
  });

  test("the wave of leavers stands out in its region, to one rival, for price", () => {
    const wave = planted["03_churn_wave"];
    expect(wave.lost).toBeGreaterThanOrEqual(40);
    expect(wave.to_rival / wave.interviewed).toBeGreaterThan(0.7);
    expect(wave.for_price / wave.interviewed).toBeGreaterThan(0.7);
  });

  test("the new category has 25 to 35 tickets in the last month and none before", () => {
    expect(planted["04_new_category"].before).toBe(0);
    expect(planted["04_new_category"].tickets).toBeGreaterThanOrEqual(25);
    expect(planted["04_new_category"].tickets).toBeLessThanOrEqual(35);
  });

  test("one agent has only fives on 40 answers or more, an honest one about 96 %", () => {
    const {perfect, honest} = planted["02_perfect_agent"];
    expect([perfect.satisfied, perfect.mean]).toEqual([perfect.n, 5]);
    expect(perfect.n).toBeGreaterThanOrEqual(40);
    expect(honest.satisfied / honest.n).toBeCloseTo(0.96, 1);
  });

  test("the first twentieth of customers bring nearly half of the revenue, one alone more than 5 %", () => {
    expect(planted["18_concentration"].top_5_percent.share).toBeGreaterThan(0.4);
    expect(planted["18_concentration"].share).toBeGreaterThan(0.05);
  });
});
