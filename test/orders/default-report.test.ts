import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {beforeAll, describe, expect, test} from "vitest";
import type {Figure} from "../../src/figures/figure.js";
import {project} from "../build/command.js";
import {sampleReport} from "../sample-report.js";

const {drawn, rows, row} = sampleReport();
const figure = (id: string) => drawn("en").figures[id] as Figure;

interface Line {
  readonly customer: string;
  readonly order: string;
  readonly day: string;
  readonly amount: number;
}

/** The lines as the export has them, up to the end of the report's month. */
let lines: readonly Line[];
beforeAll(async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const read = await connection.runAndReadAll(
    `select customer, order_no as "order", strftime(cast(ordered_at as timestamp), '%Y-%m-%d') as day, cast(amount as double) as amount
     from '${join(project, "data/exports/erp/orders.parquet").replaceAll("'", "''")}'`,
  );
  lines = (read.getRowObjectsJS() as unknown as Line[]).filter(({day}) => day < "2026-11-01");
  connection.closeSync();
});

const customersOf = (from: string, to: string): Set<string> =>
  new Set(lines.filter(({day}) => day >= from && day < to).map(({customer}) => customer));

describe("orders, counted once more from the export by other means", () => {
  test("the amount of the month stands in the title with last month and last year beside it", () => {
    const amount = (month: string) =>
      Math.round(lines.filter(({day}) => day.startsWith(month)).reduce((sum, each) => sum + each.amount, 0));
    const {title} = figure("order-amount");
    for (const month of ["2026-10", "2026-09", "2025-10"])
      expect(title).toContain(`${(amount(month) / 1e6).toFixed(2)} million yuan`);
  });

  test("repeat customers of the month had bought in the twelve months before it", () => {
    const now = customersOf("2026-10-01", "2026-11-01");
    const before = customersOf("2025-10-01", "2026-10-01");
    const {n, value} = row("metric_by_segment", {metric: "repeat_purchase", dimension: "all", period: "2026-10"});
    expect(n).toBe(now.size);
    expect(Math.round(value! * n!)).toBe([...now].filter((customer) => before.has(customer)).length);
  });

  test("customers by number of purchases add up to those who bought in the year", () => {
    const made = new Map<string, Set<string>>();
    for (const {customer, order, day} of lines)
      if (day >= "2025-11-01") made.set(customer, (made.get(customer) ?? new Set()).add(order));
    const [said] = rows("repeat_buyers");
    expect(said!.buyers).toBe(made.size);
    expect(said!.again).toBe([...made.values()].filter(({size}) => size > 1).length);
    for (const {purchases, customers} of rows("buyers_by_purchases"))
      if (customers !== null)
        expect(customers).toBe([...made.values()].filter(({size}) => Math.min(6, size) === purchases).length);
  });

  test("fifths go by how many bought no later and how many bought more seldom, counted customer by customer", () => {
    const made = new Map<string, {last: string; orders: Set<string>}>();
    for (const {customer, order, day} of lines) {
      if (day < "2025-11-01") continue;
      const one = made.get(customer) ?? {last: day, orders: new Set<string>()};
      made.set(customer, {last: one.last > day ? one.last : day, orders: one.orders.add(order)});
    }
    const all = [...made.values()].map(({last, orders}) => ({last, times: orders.size}));
    const cells = new Map<string, number>();
    for (const {last, times} of all) {
      const notLater = all.filter((other) => other.last <= last).length;
      const seldomer = all.filter((other) => other.times < times).length;
      const key = `${Math.ceil((5 * notLater) / all.length)} ${Math.floor((5 * seldomer) / all.length) + 1}`;
      cells.set(key, (cells.get(key) ?? 0) + 1);
    }
    const published = rows("recency_frequency");
    expect(published.map(({recency, frequency}) => `${recency} ${frequency}`).sort()).toEqual([...cells.keys()].sort());
    for (const {recency, frequency, customers} of published)
      if (customers !== null) expect(customers).toBe(cells.get(`${recency} ${frequency}`));
  });

  test("none or more than one cell of the grid is withheld, and all buyers stand in it", () => {
    const cells = rows("recency_frequency");
    const shown = cells.reduce((sum, {customers}) => sum + (customers ?? 0), 0);
    const hidden = cells.filter(({customers}) => customers === null).length;
    const {buyers} = rows("repeat_buyers")[0]!;
    expect(shown).toBeLessThanOrEqual(buyers);
    if (hidden === 0) expect(shown).toBe(buyers);
    else expect(hidden).toBeGreaterThan(1);
  });
});
