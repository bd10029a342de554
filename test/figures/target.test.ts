import {expect, test} from "vitest";
import {isMissing} from "../../src/figures/figure.js";
import {metricTrend} from "../../src/figures/forms/trend.js";
import {chosenTiles} from "../../src/figures/overview/chosen.js";
import {sparkPlaces} from "../../src/figures/specs/spark.js";
import {shiftMonth} from "../../src/words/month.js";
import {viewOf} from "../view.js";

const months = Array.from({length: 14}, (_, index) => shiftMonth("2026-10", index - 13));
const target = (aim: number, from?: string) => ({
  ...{metric: "csat", target: aim, direction: "up" as const, judge: ["month", "year"] as const},
  ...(from ? {from} : {}),
});

/** 80 % satisfied in every month, surely between 77 and 83: over 75, under 85. */
const report = (month: string, last = {lo: 0.77, hi: 0.83}) =>
  viewOf("en", {
    metric_by_segment: [
      ...months
        .filter((each) => each <= month)
        .map((period) => ({
          ...{period, dimension: "all", member: "all", metric: "csat"},
          n: 700,
          value: 0.8,
          ...(period === month ? last : {lo: 0.77, hi: 0.83}),
        })),
      {period: "window", dimension: "all", member: "all", metric: "csat", n: 8400, value: 0.8, lo: 0.79, hi: 0.81},
    ],
    view: {month, months, targets: [target(0.75), target(0.85, "2026-07")]},
  });

const tileOf = (month: string) => chosenTiles(report(month)).all.find(({id}) => id === "csat")!;

test("a month is judged by the target of its own day, in tile, cell and verdict", () => {
  expect([tileOf("2026-06").verdict, tileOf("2026-06").target]).toEqual(["Target met", "75.0%"]);
  expect([tileOf("2026-07").verdict, tileOf("2026-07").target]).toEqual(["Target missed", "85.0%"]);
  // Missed since July only: the months before met the target they had.
  expect(tileOf("2026-10").verdict).toBe("Target missed 4 months running");
  expect(tileOf("2026-08").verdict).toBe("Target missed");
});

test("the chart and the spark line have a step where the target changed", () => {
  const figure = metricTrend(report("2026-10"), {id: "csat-trend", metric: "csat"});
  if (isMissing(figure)) throw new Error(figure.message);
  const steps = figure.categories.map((month) => (month < "2026-07" ? 0.75 : 0.85));
  expect(figure.reference).toEqual({value: 0.85, label: "Target 85.0%", values: steps});
  const {spark} = tileOf("2026-10");
  expect(spark!.targets).toEqual(steps);
  expect(sparkPlaces(spark!, {language: "en"}).goals).toHaveLength(2);
  const early = metricTrend(report("2026-06"), {id: "csat-trend", metric: "csat"});
  expect(isMissing(early) ? undefined : early.reference).toEqual({value: 0.75, label: "Target 75.0%"});
});

test("twelve months under two targets are held against neither", () => {
  expect(chosenTiles(report("2026-10", {lo: 0.7, hi: 0.9})).all.find(({id}) => id === "csat")!.verdict).toBe(
    "Too close to call",
  );
});
