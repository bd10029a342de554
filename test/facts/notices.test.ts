import {expect, test} from "vitest";
import {gaps, notices} from "../../src/facts/quality/notices.js";
import {cells, viewOf} from "../view.js";

const months = ["2026-07", "2026-08", "2026-09", "2026-10"];
const complaints = (usual: number, last: number) =>
  cells("month complaints", ...months.map((month) => [month, month === "2026-10" ? last : usual]));
const solved = (value: number, n: number) =>
  cells("metric period dimension member n value", ["solved_rate", "window", "all", "all", n, value]);
const told = (rows: Parameters<typeof viewOf>[1], language: "zh" | "en" = "en") =>
  notices(viewOf(language, {view: {months}, ...rows})).map(({text}) => text);

test("a month without a complaint, where there are many in others, is to be looked at before it is good news", () => {
  expect(told({complaints_by_month: complaints(44, 0)})).toEqual([
    "No complaint in Oct 2026, usually 44: check the kinds of ticket in the export.",
  ]);
  expect(told({complaints_by_month: complaints(44, 0)}, "zh")).toEqual([
    "2026年10月没有一件投诉，平时 44 件：请核对导出里的工单类型。",
  ]);
  expect(told({complaints_by_month: complaints(44, 1)})).toEqual([]);
  expect(told({complaints_by_month: complaints(2, 0)})).toEqual([]);
});

test("tickets of which none was ever solved are perhaps the open ones alone", () => {
  expect(told({metric_by_segment: solved(0, 900)})).toEqual([
    "None of 900 tickets is solved: does the export hold open ones only? Then neither rates nor counts hold.",
  ]);
  expect(told({metric_by_segment: solved(0, 12)})).toEqual([]);
  expect(told({metric_by_segment: solved(0.01, 900)})).toEqual([]);
});

test("a doubt is no month that lacks: the figure of what was sent does not bear its numbers", () => {
  const view = viewOf("en", {
    view: {months},
    complaints_by_month: complaints(44, 0),
    metric_by_segment: solved(0, 900),
  });
  expect(gaps(view)).toEqual([]);
  expect(notices(view)).toHaveLength(2);
});
