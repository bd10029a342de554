import {expect, test} from "vitest";
import {isMissing} from "../../src/figures/figure.js";
import {sampleReport} from "../sample-report.js";

const sample = sampleReport();

test.each([
  ["answer_rate", "calls-unanswered", ({n, positive}: {n: number; positive: number}) => n - positive],
  ["bottom_box", "answers-dissatisfied", ({positive}: {n: number; positive: number}) => positive],
  ["callback_done", "callbacks-missed", ({n, positive}: {n: number; positive: number}) => n - positive],
  ["promise_kept", "promises-broken", ({n, positive}: {n: number; positive: number}) => n - positive],
] as const)("behind the month's %s stand as many records as the number says", (metric, id, against) => {
  const {n, positive} = sample.row("metric_by_segment", {metric, dimension: "all", period: "2026-10"});
  const expected = against({n: n!, positive: positive!});
  expect(expected).toBeGreaterThan(0);
  expect(sample.rows("records_listed", {metric})).toHaveLength(expected);
  for (const language of ["zh", "en"] as const) {
    const {figures, boards} = sample.drawn(language);
    const figure = figures[id]!;
    if (isMissing(figure)) throw new Error(figure.message);
    expect(figure.table.rows).toHaveLength(expected);
    expect(figure.title).toContain(String(expected));
    // Every record says where it stands.
    expect(figure.table.rows.every((row) => row.at(-1) !== null && row.at(-2) !== "")).toBe(true);
    const {tiles, further} = boards.overview!;
    const tile = [...tiles, ...further].find((each) => each.id === metric);
    expect(tile?.records?.href).toMatch(new RegExp(`#${id}$`));
  }
});

test("no record is listed of a month that is withheld", () => {
  const withheld = sample.rows("metric_by_segment", {dimension: "all", period: "2026-10", flag: "suppressed"});
  for (const {metric} of withheld) expect(sample.rows("records_listed", {metric})).toEqual([]);
});
