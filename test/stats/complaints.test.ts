import {describe, expect, test} from "vitest";
import {kitagawa} from "../../src/stats/kitagawa.js";
import {laneyChart} from "../../src/stats/laney-chart.js";
import {orderStatisticRanks} from "../../src/stats/order-statistics.js";
import {poissonRate} from "../../src/stats/poisson-rate.js";
import {xmrChart} from "../../src/stats/xmr-chart.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "./oracle.js";

const entries = oracle("complaints");

test.each(["poisson-3", "poisson-10"])("%s has Garwood's exact limits", (id) => {
  const {input, expected, tolerance} = entries[id]!;
  const {low, high} = poissonRate({events: input.x, exposure: 1});
  expectClose([low, high], expected.exact, tolerance);
});

test("no events give a lower limit of 0 and an upper limit near 3.7", () => {
  expectClose(poissonRate({events: 0, exposure: 1}), {estimate: 0, low: 0, high: 3.6888794541});
});

test("the individuals chart of ten measurements agrees with the NIST handbook", () => {
  const {input, expected, tolerance} = entries["xmr-nist"]!;
  const chart = xmrChart(input.x, {factor: 3 / input.d2});
  expectClose([chart.centre, chart.mean_range], [expected.mean, expected.mr], tolerance);
  expectClose([chart.upper, chart.lower], [expected.ucl, expected.lcl], tolerance);
  expectClose(chart.range_upper, expected.mr_ucl, 1e-4);
  expectClose(xmrChart(input.x).upper, expected["ucl_with_2.66"], tolerance);
});

test("p90 of 100 values lies between the 84th and the 96th", () => {
  const {input, expected, tolerance} = entries["order-statistics-n100-p90"]!;
  expectClose(orderStatisticRanks(input.n, input.p), expected, tolerance);
});

test.each([
  [0.5, 6],
  [0.9, 36],
  [0.95, 72],
  [0.99, 368],
])("a 95 %% interval of quantile %d exists from n = %i on", (p, n) => {
  expect(orderStatisticRanks(n - 1, p)).toBeNull();
  expect(orderStatisticRanks(n, p)).not.toBeNull();
});

test("a score may fall while every segment rises, and the mix is to blame", () => {
  const {input, expected, tolerance} = entries["kitagawa-csat"]!;
  const segments = input.seg.map((_: string, i: number) => ({
    n0: input.n0[i],
    k0: input.k0[i],
    n1: input.n1[i],
    k1: input.k1[i],
  }));
  expectClose(kitagawa(segments), expected, tolerance);
});

describe.skipIf(!hasOracleData)("orange juice (R package qcc; skipped without ../shared/oracle/data)", () => {
  test("the p chart agrees with Montgomery: samples 15 and 23 are out", () => {
    const {input, expected, tolerance} = entries["p-chart-orange-juice"]!;
    const trial = oracleRows(input.file).filter((row) => row.trial === "TRUE");
    const periods = trial.map((row) => ({events: Number(row.D), exposure: Number(row.size)}));
    const chart = laneyChart(periods, {kind: "p", baseline: 30, widen: "never"});
    const {centre, upper, lower} = {...chart.points[0]!, centre: chart.centre};
    expectClose([centre, upper, lower], [expected.p, expected.ucl, expected.lcl], tolerance);
    const out = chart.points.flatMap((point, i) => (point.signal ? [trial[i]!.sample] : []));
    expect(out).toEqual(expected.out);
  });
});
