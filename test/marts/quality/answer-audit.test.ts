import {expect, test} from "vitest";
import {surveyFaults} from "../../../src/facts/quality/audit.js";
import {surveyAudit} from "../../../src/figures/quality/survey-audit.js";
import {soundnessLights} from "../../../src/marts/quality/survey-soundness.js";
import {cells, viewOf} from "../../view.js";

const fact = (topic: string, part: string, {k = 0, n = 0, other = "", sums = [0, 0, 0]}) => ({
  ...{topic, part, other, k, n, sum_x: sums[0]!, sum_y: sums[1]!, sum_xy: sums[2]!},
});
const lightOf = (rows: Parameters<typeof soundnessLights>[0], topic: string) =>
  soundnessLights(rows).find((light) => light.topic === topic)!;

test("of items left out equally often the first by name is told, in whatever order the records come", () => {
  const rows = [
    fact("unanswered_items", "speed", {k: 20, n: 100}),
    fact("unanswered_items", "price", {k: 10, n: 50}),
    fact("unanswered_items", "tone", {k: 1, n: 100}),
  ];
  for (const given of [rows, [...rows].reverse()])
    expect(lightOf(given, "unanswered_items")).toMatchObject({light: "amber", item: "price", also: 1, value: 0.2});
});

test("items that go against the others: the one that does so most, with the number of the rest", () => {
  // Six items of variance 1: four go together, two against them, the second more.
  const against: Record<string, number> = {e: -0.3, f: -0.6};
  const covariance = (a: string, b: string) => {
    if (a === b) return 1;
    if (a in against && b in against) return 0.1;
    return against[a] ?? against[b] ?? 0.6;
  };
  const items = ["a", "b", "c", "d", "e", "f"];
  const rows = items.flatMap((part) =>
    items.map((other) => fact("consistency", part, {n: 101, other, sums: [0, 0, 100 * covariance(part, other)]})),
  );
  expect(lightOf(rows, "consistency")).toMatchObject({light: "amber", item: "f", also: 1});
});

test("answers that are all the same score are an alarm, and said as one, on any scale", () => {
  const given = (score: string, k: number) => lightOf([fact("ceiling", score, {k, n: k})], "ceiling").light;
  expect([given("5", 1200), given("3", 1200), given("5", 12)]).toEqual(["red", "red", "grey"]);
  const two = [fact("ceiling", "0", {k: 40, n: 100}), fact("ceiling", "1", {k: 60, n: 100})];
  expect(lightOf(two, "ceiling").light).toBe("grey");
  const answer_audit = cells("topic member light n", ["ceiling", "all", "red", 1200]);
  expect(surveyFaults(viewOf("en", {answer_audit}))).toEqual(["all 1,200 answers gave the same score"]);
  expect(surveyFaults(viewOf("zh", {answer_audit}))).toEqual(["1,200 份回答全部打同一分"]);
});

test("those who answer all alike stand beside the satisfied without them", () => {
  const rows = [fact("same_answers", "same", {k: 60, n: 60}), fact("same_answers", "varied", {k: 70, n: 100})];
  expect(lightOf(rows, "same_answers")).toMatchObject({light: "amber", value: 0.375, beside: 0.7});
});

test("the table of the audit says which item and what stands beside", () => {
  const answer_audit = cells(
    "topic member light n value item also beside",
    ["unanswered_items", "all", "amber", 100, 0.2, "price", 1, null],
    ["same_answers", "all", "green", 160, 0.375, "", 0, 0.7],
    ["consistency", "all", "amber", 101, 0.31, "f", 1, 0.2],
  );
  const values = (language: "zh" | "en") => {
    const figure = surveyAudit(viewOf(language, {answer_audit, view: {entities: new Set(["surveys"])}}));
    return "missing" in figure ? [] : figure.table.rows.map((row) => row[2]);
  };
  expect(values("en")).toEqual([
    "ω 0.31 (f and 1 more go against the others)",
    "20.0% (price and 1 more as often)",
    "37.5% (70.0% satisfied without them)",
  ]);
  expect(values("zh")).toEqual([
    "ω 0.31（f等 2 项与其余相反）",
    "20.0%（price等 2 项同样多）",
    "37.5%（不含他们满意 70.0%）",
  ]);
});
