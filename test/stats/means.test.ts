import {describe, test} from "vitest";
import {effectSize} from "../../src/stats/comparisons/effect-size.js";
import {mannWhitney} from "../../src/stats/comparisons/mann-whitney.js";
import {pairedTTest, welchTest} from "../../src/stats/comparisons/welch-test.js";
import {meanInterval, meanStandardError} from "../../src/stats/estimates/mean-interval.js";
import {moments} from "../../src/stats/estimates/moments.js";
import {pearson, spearman} from "../../src/stats/numbers/correlation.js";
import {quantile} from "../../src/stats/numbers/quantile.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "./oracle.js";

const entries = oracle("means");

test("p90 is interpolated as DuckDB and R do it (type 7)", () => {
  const {input, expected, tolerance} = entries["quantile-type-7"]!;
  expectClose(quantile(input.x, input.p), expected.type7, tolerance);
});

describe.skipIf(!hasOracleData)("R data sets (skipped without ../shared/oracle/data)", () => {
  test("a mean of a finite base has the smaller error of survey::svymean", () => {
    const {input, expected, tolerance} = entries["mean-apisrs-fpc"]!;
    const rows = oracleRows(input.file);
    const api = moments(rows.map((row) => Number(row.api00)));
    const enroll = moments(rows.map((row) => Number(row.enroll)));
    expectClose([api.n, api.mean], [expected.n, expected.mean_api00], tolerance);
    expectClose(meanStandardError(api, {population: input.N}), expected.se_mean, tolerance);
    expectClose(input.N * enroll.mean, expected.total_enroll, tolerance);
    expectClose(input.N * meanStandardError(enroll, {population: input.N}), expected.se_total, tolerance);
  });

  const groups = () => {
    const rows = oracleRows("data/sleep.csv");
    return [1, 2].map((group) => rows.filter((row) => row.group === group).map((row) => Number(row.extra)));
  };

  test("two groups: Welch, effect sizes and Mann-Whitney agree with R", () => {
    const {expected, tolerance} = entries["sleep-two-groups"]!;
    const [a, b] = groups();
    const [ma, mb] = [moments(a!), moments(b!)];
    const {low, high} = meanInterval(ma);
    expectClose([low, high], expected.mean1_ci95, tolerance);
    const welch = welchTest(ma, mb);
    expectClose({...welch, ci: [welch.low, welch.high]}, expected.welch, tolerance);
    expectClose(effectSize(ma, mb), {cohen_d: expected.cohen_d, hedges_g: expected.hedges_g}, tolerance);
    const ranked = mannWhitney(a!, b!);
    expectClose(ranked.cliff_delta, expected.cliff_delta, tolerance);
    expectClose([ranked.w, ranked.p_continuity, ranked.p], Object.values(expected.mann_whitney), tolerance);
  });

  test("the same people twice: the paired t test agrees with R", () => {
    const {expected, tolerance} = entries["sleep-paired"]!;
    const [a, b] = groups();
    const result = pairedTTest(moments(a!.map((value, i) => value - b![i]!)));
    expectClose({...result, ci: [result.low, result.high]}, expected, tolerance);
  });

  test("correlations and their intervals agree with R", () => {
    const {input, expected, tolerance} = entries["spearman-attitude"]!;
    const rows = oracleRows(input.file);
    const [x, y] = [input.x, input.y].map((name: string) => rows.map((row) => Number(row[name])));
    const rank = spearman(x!, y!);
    const linear = pearson(x!, y!);
    expectClose([rank.estimate, linear.estimate], [expected.spearman, expected.pearson], tolerance);
    expectClose([rank.low, rank.high], expected.bonett_wright, tolerance);
    expectClose([linear.low, linear.high], expected.fisher, tolerance);
  });
});
