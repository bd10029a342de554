import {expect, test} from "vitest";
import type {ReportView} from "../../src/facts/view.js";
import {estimateFigure} from "../../src/figures/forms/estimate.js";
import {isRestName} from "../../src/words/rest.js";

test("what is left over is told by its name in either language, with or without its dimension", () => {
  const rest = ["Unknown", "Cause unknown", "Region · Unknown", "Other", "Other places together", "去向未知", "其他"];
  expect(rest.filter((label) => !isRestName(label))).toEqual([]);
  const named = ["Price", "Region · South", "Product and service", "Another brand", "Customer", "价格", "区域 · 华南"];
  expect(named.filter(isRestName)).toEqual([]);
});

test("the key points of a figure name neither what is left over nor a group of few", () => {
  const rows = [
    {label: "Unknown", value: 0.52, n: 107},
    {label: "Rival A", value: 0.24, n: 50},
    {label: "Rival B", value: 0.09, n: 19},
    {label: "Moved", value: 0.05, n: 12, flag: "hollow" as const},
    {label: "Other", value: 0.02, n: 40},
  ];
  const {alt} = estimateFigure({language: "en", marks: []} as unknown as ReportView, {
    ...{id: "destinations", title: "t", subtitle: "s", form: "bars", unit: "share", labels: "To", metric: "csat"},
    ...{marts: [], n: 1, rows},
  });
  expect(alt).toContain("Highest: Rival A 24.0%; lowest: Rival B 9.0%");
});
