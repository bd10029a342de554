import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {kitagawa} from "../../src/stats/comparisons/kitagawa.js";
import {rateRatio} from "../../src/stats/comparisons/rate-ratio.js";
import {orderStatisticRanks} from "../../src/stats/estimates/order-statistics.js";
import {poissonRate} from "../../src/stats/estimates/poisson-rate.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {laneyChart} from "../../src/stats/series/laney-chart.js";
import {runRules} from "../../src/stats/series/run-rules.js";
import {xmrChart} from "../../src/stats/series/xmr-chart.js";
import {iceberg} from "../../src/stats/survival/iceberg.js";
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

test("run rules fire at the points Western Electric says", () => {
  const {input, expected} = entries["rules-z"]!;
  expect(runRules(input.z, {rules: ["beyond_3_sigma", "eight_on_one_side"]}).positions).toEqual(expected);
});

const segments = fc.array(
  fc.record({
    n0: fc.integer({min: 1, max: 500}),
    n1: fc.integer({min: 1, max: 500}),
    p0: fc.double({min: 0, max: 1, noNaN: true}),
    p1: fc.double({min: 0, max: 1, noNaN: true}),
  }),
  {minLength: 1, maxLength: 8},
);

test("performance and mix add up to the change", () => {
  fc.assert(
    fc.property(segments, (rows) => {
      const parts = kitagawa(rows.map(({n0, n1, p0, p1}) => ({n0, k0: n0 * p0, n1, k1: n1 * p1})));
      expectClose(parts.rate + parts.mix, parts.total, 1e-12);
      expectClose(
        parts.by_mix_centred.reduce((sum, value) => sum + value, 0),
        parts.mix,
        1e-12,
      );
    }),
  );
});

test("the ratio of two rates is 1 for equal rates, and mirrors when they change places", () => {
  const [a, b] = [
    {events: 12, exposure: 400},
    {events: 30, exposure: 900},
  ];
  const [ab, ba] = [rateRatio(a, b), rateRatio(b, a)];
  expectClose([ab.low, ab.high, ab.p], [1 / ba.high, 1 / ba.low, ba.p], 1e-9);
  expect(rateRatio({events: 5, exposure: 10}, {events: 0, exposure: 10}).high).toBe(Infinity);
});

test("overdispersed months get Laney's wider limits, quiet ones do not", () => {
  const random = seededRandom(2);
  const quiet = Array.from({length: 24}, () => ({events: 500 + Math.round(40 * (random() - 0.5)), exposure: 10_000}));
  const wild = quiet.map(({exposure}, i) => ({events: i % 2 ? 900 : 300, exposure}));
  expect(laneyChart(quiet, {kind: "p"}).laney).toBe(false);
  expect(laneyChart(wild, {kind: "p"}).laney).toBe(true);
});

test("fewer than 10 dissatisfied respondents say nothing about the silent, 10 to 29 only a range", () => {
  expect(iceberg({complainants: 50, dissatisfied: 9, dissatisfiedComplained: 3})).toBeNull();
  const range = iceberg({complainants: 50, dissatisfied: 20, dissatisfiedComplained: 5})!;
  expect(range.dissatisfied.estimate).toBeNaN();
  expect(range.dissatisfied.low).toBeGreaterThan(50);
});
