import {beforeAll, describe, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import type {ReadReport} from "../../loaders/publish/report.js";
import type {Figure} from "../../src/figures/figure.js";
import {
  column,
  isAbsent,
  linesOf,
  metric,
  percent,
  printed,
  readReal,
  rowOf,
  rowsOf,
  share,
  suite,
} from "./real-report.js";

describe.skipIf(isAbsent("callcentre-pwc"))(suite("callcentre-pwc"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("callcentre-pwc");
  });

  test("calls answered, and resolved of all and of the answered", () => {
    const answered = metric(report, "answer_rate");
    expect([answered.n, answered.positive, percent(answered.value)]).toEqual([5000, 4054, "81.08%"]);
    const resolved = metric(report, "call_resolved");
    expect([resolved.n, resolved.positive, percent(resolved.value)]).toEqual([4054, 3646, "89.94%"]);
    expect(share(resolved.positive, answered.n)).toBe("72.92%");
  });

  test("unanswered calls have no score, not a score of 0", () => {
    const score = metric(report, "csat_score");
    expect([score.n, printed(score.value, 6)]).toEqual([4054, "3.403552"]);
    expect(percent(metric(report, "csat").value)).toBe("49.90%");
    expect(column(rowsOf(report, "score_distribution"), "score", "answers")).toEqual({
      1: 417,
      2: 396,
      3: 1218,
      4: 1180,
      5: 843,
    });
  });

  test("waiting and talking times of answered calls", () => {
    const wait = rowOf(report, "call_times", {queue: "all", clock: "wait"});
    expect([wait.calls, printed(wait.mean_seconds, 5), wait.median_seconds]).toEqual([4054, "67.52072", 68]);
    const talk = rowOf(report, "call_times", {queue: "all", clock: "talk"});
    expect(printed(talk.mean_seconds, 6)).toBe("224.922792");
  });

  test("the page of calls says so, with the percentiles and their limits, and by four formulas", () => {
    const {figures} = drawReport(report).en!;
    const of = (id: string) => figures[id] as Figure;
    expect(of("calls-by-queue").title).toBe("5,000 calls offered: 4,054 answered (81.1%), 946 given up (18.9%)");
    expect(of("call-times").title).toBe("Speed of answer: half within 68 s, nine in ten within 114 s (113–115 s)");
    expect(of("call-times").table.rows.map(([name, calls, mean, median]) => [name, calls, mean, median])).toEqual([
      ["Talk time", 4054, 224.922792, 226],
      ["Speed of answer", 4054, 67.52072, 68],
    ]);
    const formulas = of("service-level-formulas");
    expect(formulas.title).toBe("7.5% answered in 20 s (F3); the four formulas range from 7.5% to 9.2%");
    expect(formulas.table.rows.map(([, value, , , n]) => [percent(value), n])).toEqual([
      ["7.48%", 5000],
      ["9.23%", 4054],
      ["7.48%", 5000],
      ["7.48%", 5000],
    ]);
    expect(of("answer-rate-by-half-hour").title).toBe("81.1% answered; no time of day clearly below");
  });

  test.each([
    ["Becky", 517, 631, 3.371373],
    ["Dan", 523, 633, 3.447419],
    ["Diane", 501, 633, 3.40519],
    ["Greg", 502, 624, 3.404382],
    ["Jim", 536, 666, 3.393657],
    ["Joe", 484, 593, 3.330579],
    ["Martha", 514, 638, 3.470817],
    ["Stewart", 477, 582, 3.400419],
  ])("%s answers %i of %i calls and is rated %d", (member, answered, offered, mean) => {
    const rate = metric(report, "answer_rate", {dimension: "agent", member});
    expect([rate.positive, rate.n]).toEqual([answered, offered]);
    expect(metric(report, "csat_score", {dimension: "agent", member}).value).toBe(mean);
  });

  test("the page of satisfaction has the mean of all, of each agent and topic", () => {
    const line = linesOf(report, "score-by-segment");
    expect([line("All").n, line("All").value]).toEqual([4054, 3.403552]);
    const agents = {Becky: 3.371373, Dan: 3.447419, Diane: 3.40519, Greg: 3.404382, Jim: 3.393657, Joe: 3.330579};
    for (const [agent, mean] of Object.entries({...agents, Martha: 3.470817, Stewart: 3.400419}))
      expect([agent, line(`Agent · ${agent}`).value]).toEqual([agent, mean]);
    expect(line("Product · Technical Support").value).toBe(3.414907);
    const months = linesOf(report, "answer-rate-trend");
    expect(["2021-01", "2021-02", "2021-03"].map((month) => months(month).n)).toEqual([1772, 1616, 1612]);
  });

  test("calls by month", () => {
    const months = rowsOf(report, "metric_by_segment", {metric: "answer_rate", dimension: "all"});
    expect(column(months, "period", "n")).toEqual({"2021-01": 1772, "2021-02": 1616, "2021-03": 1612, window: 5000});
  });

  test.each([
    ["Admin Support", 976, 3.426415],
    ["Contract related", 976, 3.377693],
    ["Payment related", 1007, 3.396088],
    ["Streaming", 1022, 3.402597],
    ["Technical Support", 1019, 3.414907],
  ])("calls about %s: %i, rated %d", (member, calls, mean) => {
    expect(metric(report, "answer_rate", {dimension: "product", member}).n).toBe(calls);
    expect(metric(report, "csat_score", {dimension: "product", member}).value).toBe(mean);
  });
});
