import {cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, describe, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import {readReport} from "../../loaders/read-report.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";

const temp = mkdtempSync(join(tmpdir(), "huisheng-silent-"));
afterAll(() => rmSync(temp, {recursive: true, force: true}));

const day = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const start = Date.UTC(2022, 0, 1);
const end = Date.UTC(2026, 0, 1);

/** 300 customers who order about every 30 days; every third stops for good after a year and a half. */
function orders(): string {
  const random = seededRandom(5);
  const lines: string[] = [];
  for (let customer = 0; customer < 300; customer++) {
    const stop = customer % 3 === 0 ? start + 540 * day + Math.floor(random() * 60) * day : end;
    for (
      let time = start + Math.floor(random() * 30) * day;
      time < stop;
      time += (15 + Math.floor(random() * 30)) * day
    )
      lines.push(`K${customer},${iso(time)},100`);
  }
  return `customer,ordered,amount\n${lines.join("\n")}\n`;
}

async function read(rule: string): Promise<ReadReport> {
  const folder = mkdtempSync(join(temp, "report-"));
  const files = {
    "report.yaml": "company: {zh: 小样（虚构）, en: Tiny (made up)}\nmonth: 2025-12\n",
    "rules/churn.yaml": rule,
    "mappings/shop.yaml": [
      "label: {zh: 商店, en: Shop}",
      "tables:",
      "  - entity: orders",
      "    files: orders.csv",
      "    columns: {customer_id: customer, ordered_at: ordered, amount: amount}",
      "  - entity: customers",
      "    files: customers.csv",
      "    columns: {customer_id: id, region: region}",
      "",
    ].join("\n"),
    "exports/orders.csv": orders(),
    "exports/customers.csv": `id,region\n${Array.from({length: 300}, (_, i) => `K${i},${i % 2 ? "N" : "S"}`).join("\n")}\n`,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  return readReport(folder, {temp, progress: silentProgress});
}

describe("without contracts, silence is churn", () => {
  test("the days are found in the orders and shown with their neighbours", async () => {
    const report = await read("rule: inactivity\n");
    const variants = report.published.churn_rule_variants!;
    const [half, main, more] = variants.map(({rule_days}) => Number(rule_days)) as [number, number, number];
    expect(variants.map(({silent_days_source}) => silent_days_source)).toEqual(["return", "return", "return"]);
    // Gaps run to 44 days at most: longer silence is for good.
    expect(main).toBeGreaterThan(30);
    expect(main).toBeLessThanOrEqual(46);
    expect([half, more]).toEqual([Math.round(main * 0.5), Math.round(main * 1.5)]);
    const sentences = drawReport(report).zh!.passages.churn!.join("\n");
    expect(sentences).toContain(`${main} 天没有订单即流失`);
  });

  test("a hundred stop for good and are lost once each, dated at the last order and the silent days after it", async () => {
    const report = await read("rule: inactivity\nsilent_days: 60\n");
    const lost = report.published.churn_by_month!.reduce((sum, row) => sum + Number(row.lost), 0);
    expect(lost).toBe(100);
    const months = report.published
      .churn_by_month!.filter((row) => Number(row.lost) > 0)
      .map(({month}) => String(month));
    expect(months[0]! >= "2023-07" && months.at(-1)! <= "2023-11").toBe(true);
    // In the first silent days nobody can be lost: these months are not shown as free of churn.
    expect(report.published.churn_by_month![0]!.month).toBe("2022-04");
  });
});

const superstore = fileURLToPath(new URL("../real/superstore/", import.meta.url));
const isAbsent = !existsSync(fileURLToPath(new URL("../../../shared/data/superstore", import.meta.url)));

describe.skipIf(isAbsent)(
  isAbsent ? "superstore – skipped: ../shared/data/superstore is not here" : "superstore",
  () => {
    test("793 customers of a real shop: the days are found, and the rate moves as they do", async () => {
      const folder = join(temp, "superstore");
      cpSync(superstore, folder, {recursive: true});
      const yaml = join(folder, "report.yaml");
      const {readFileSync} = await import("node:fs");
      const data = fileURLToPath(new URL("../../../shared/data/superstore", import.meta.url));
      writeFileSync(yaml, readFileSync(yaml, "utf8").replace(/exports: .*/, `exports: ${data}`));
      mkdirSync(join(folder, "rules"), {recursive: true});
      writeFileSync(join(folder, "rules/churn.yaml"), "rule: inactivity\n");
      const {published} = await readReport(folder, {temp, progress: silentProgress});
      const [half, main, more] = published.churn_rule_variants!;
      expect(Number(main!.customers)).toBeGreaterThan(600);
      expect(Number(half!.value)).toBeGreaterThan(Number(main!.value));
      expect(Number(main!.value)).toBeGreaterThan(Number(more!.value));
    });
  },
);
