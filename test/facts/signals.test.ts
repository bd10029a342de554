import {expect, test} from "vitest";
import {metricPeriods, signalMarks, signalNotes, signalsOf} from "../../src/facts/signals.js";
import {controlLines} from "../../src/figures/forms/control.js";
import {cells, type ViewRows, viewOf} from "../view.js";

/* Two years of calls, 1,000 a month; every tenth is not answered, but in March 2026 one in six. */
const months = Array.from({length: 24}, (_, at) => {
  const month = at + 10;
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
});
const answered = months.map((month, at) => (month === "2026-03" ? 833 : 895 + ((at * 7) % 11)));
const rows = (counts: readonly number[]): never[] =>
  cells(
    "metric period dimension member n positive value",
    ...months.map((month, at) => ["answer_rate", month, "all", "all", 1000, counts[at]!, counts[at]! / 1000] as const),
  );
const signalsIn = (given: ViewRows) => {
  const view = viewOf("zh", given);
  const found = signalsOf(view, {periods: metricPeriods(view, "answer_rate"), kind: "share", metric: "answer_rate"});
  return {view, found};
};

test("a month below the limits of the first twenty months is a signal, by number and in words", () => {
  const {view, found} = signalsIn({metric_by_segment: rows(answered)});
  expect([found!.chart, found!.status, found!.months]).toEqual(["p", "firm", 20]);
  expect(found!.found.map(({month, side}) => [month, side])).toEqual([["2026-03", "below"]]);
  expect(signalMarks(found)).toEqual([{category: "2026-03", label: "①"}]);
  expect(signalNotes(view, found, "share")[0]).toMatch(/^信号：① 2026年3月 83\.3%，低于下限 8\d\.\d%。控制限 /);
});

test("ups and downs within the limits are said to be chance", () => {
  const {view, found} = signalsIn({metric_by_segment: rows(months.map((_, at) => 895 + ((at * 7) % 11)))});
  expect(found!.found).toEqual([]);
  expect(signalNotes(view, found, "share")[0]).toMatch(/^没有信号：各月都在控制限 .*正常波动。$/);
});

test("limits begin anew where the analyst notes that the definition changed, and below twelve months there are none", () => {
  const marks = [{category: "2025-07", label: "改口径", is_break: true}];
  const {found} = signalsIn({view: {marks}, metric_by_segment: rows(answered)});
  expect([found!.phase?.month, found!.months, found!.status]).toEqual(["2025-07", 16, "provisional"]);
  const late = [{category: "2026-01", label: "改口径", is_break: true}];
  expect(signalsIn({view: {marks: late}, metric_by_segment: rows(answered)}).found).toBeUndefined();
});

test("run rules tell more only where rules/signals.yaml asks for them", () => {
  const drifting = months.map((_, at) => (at < 14 ? 895 + ((at * 7) % 11) : 893));
  const of = (signalRules: string[]) =>
    signalsIn({view: {signalRules}, metric_by_segment: rows(drifting)}).found!.found.map(({rule}) => rule);
  expect(of([])).toEqual([]);
  expect(of(["eight_on_one_side"])).toContain("eight_on_one_side");
});

test("limits are drawn for each month that is held against them, from the first twenty months and frozen", () => {
  const {view, found} = signalsIn({metric_by_segment: rows(answered)});
  const {control} = controlLines(view, {signals: found, months: ["2024-10", ...months]});
  expect(control!.label).toBe("控制限（前 20 个月）");
  expect(control!.lower.values[0]).toBeNull();
  // 1,000 calls a month, p̄ of the first twenty: p̄ ± 3 √(p̄ (1 − p̄) / 1000), the same in the last four.
  const centre = answered.slice(0, 20).reduce((sum, each) => sum + each, 0) / 20_000;
  const half = 3 * Math.sqrt((centre * (1 - centre)) / 1000);
  for (const at of [1, 20, 24]) {
    expect(control!.lower.values[at]).toBeCloseTo(centre - half, 10);
    expect(control!.upper.values[at]).toBeCloseTo(centre + half, 10);
  }
  expect(controlLines(view, {signals: undefined, months})).toEqual({});
});

test("a sure season stands in the limits: what every December does is no signal, and a July like a December is one", () => {
  const four = Array.from(
    {length: 48},
    (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
  );
  const calls = (month: string, at: number) =>
    (month.endsWith("-12") || month === "2026-07" ? 700 : 900) + ((at * 7) % 11);
  const given = {
    metric_by_segment: cells(
      "metric period dimension member n positive value",
      ...four.map(
        (month, at) => ["answer_rate", month, "all", "all", 1000, calls(month, at), calls(month, at) / 1000] as const,
      ),
    ),
  };
  const {view, found} = signalsIn(given);
  expect([found!.chart, found!.isSeasonal]).toEqual(["XmR", true]);
  expect(found!.found.map(({month, side}) => [month, side])).toEqual([["2026-07", "below"]]);
  expect(signalNotes(view, found, "share")[0]).toMatch(/随季节的控制限.*去季节后/);
  const of = (month: string) => found!.limits.find((each) => each.month === month)!;
  expect(of("2025-12").upper).toBeLessThan(of("2025-11").lower);
});
