import {describe, test} from "vitest";
import {meanInterval, meanStandardError} from "../../src/stats/estimates/mean-interval.js";
import {pearson, spearman} from "../../src/stats/numbers/correlation.js";
import {quantile} from "../../src/stats/numbers/quantile.js";
import {moments} from "./moments.js";
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

  test("the interval of a mean agrees with R's t.test", () => {
    const {input, expected, tolerance} = entries["mean-sleep"]!;
    const group = oracleRows(input.file).filter((row) => row.group === 1);
    const {low, high} = meanInterval(moments(group.map((row) => Number(row.extra))));
    expectClose([low, high], expected.ci95, tolerance);
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
