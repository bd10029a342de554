import {expect, test} from "vitest";
import type {z} from "zod";
import {tables} from "../../src/marts/list.js";
import {count, flag, month, number} from "../../src/marts/shape/columns.js";
import {byMonth, type MonthState, withStates} from "../../src/marts/shape/months.js";
import {type Table, table} from "../../src/marts/shape/table.js";

const shapeOf = ({row}: Table) => (row as unknown as z.ZodObject<Record<string, z.ZodType>>).shape;

test("where a month has no records, every number of its row can be left out", () => {
  const kept = Object.entries<Table>(tables)
    .filter(([, {months}]) => months)
    .flatMap(([name, each]) =>
      Object.entries(shapeOf(each))
        .filter(([column]) => !each.grain.includes(column))
        .filter(([, type]) => type.safeParse(1).success && !type.safeParse(null).success)
        .map(([column]) => `${name}.${column}`),
    );
  expect(kept).toEqual([]);
});

const monthly = byMonth(
  table({grain: ["month"], row: {month, days: count, complaints: count.nullable(), value: number.nullable(), flag}}),
  {at: "month", metric: "complaint_rate", line: () => "all"},
);

const states = (found: Record<string, Partial<MonthState>>): ReadonlyMap<string, MonthState> =>
  new Map(
    Object.entries(found).map(([at, state]) => [
      `complaint_rate ${at}`,
      {state: "complete" as const, reason: "", is_quiet: false, ...state},
    ]),
  );

const row = (at: string, complaints: number) => ({month: at, days: 30, complaints, value: complaints / 10, flag: ""});

const through = (rows: readonly ReturnType<typeof row>[], found: Record<string, Partial<MonthState>>) =>
  withStates(rows, {
    months: monthly.months!,
    grain: monthly.grain,
    columns: shapeOf(monthly),
    states: states(found),
    through: "2026-03",
  }).toSorted((a, b) => (String(a.month) < String(b.month) ? -1 : 1));

test("a missing month is a row without numbers, a part is flagged, what is before the first is no month", () => {
  const rows = through([row("2025-12", 0), row("2026-01", 60), row("2026-02", 0), row("2026-03", 31)], {
    "2025-12": {state: "missing", reason: "before_first", is_quiet: true},
    "2026-02": {state: "missing", reason: "no_records"},
    "2026-03": {state: "partial", reason: "ends_early"},
  });
  expect(rows).toEqual([
    {month: "2026-01", days: 30, complaints: 60, value: 6, flag: "", state: "complete"},
    {month: "2026-02", days: null, complaints: null, value: null, flag: "missing", state: "missing"},
    {month: "2026-03", days: 30, complaints: 31, value: 3.1, flag: "partial", state: "partial"},
  ]);
});

test("a month that a line lacks is put into it; between two waves there is none to put", () => {
  const rows = [row("2026-01", 60), row("2026-03", 31)];
  expect(through(rows, {"2026-02": {state: "missing"}}).map(({month: at, complaints}) => [at, complaints])).toEqual([
    ["2026-01", 60],
    ["2026-02", null],
    ["2026-03", 31],
  ]);
  expect(through(rows, {"2026-02": {state: "missing", reason: "between_waves", is_quiet: true}})).toHaveLength(2);
});
