import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {driverShares} from "../../src/stats/drivers/driver-shares.js";
import {importance} from "../../src/stats/drivers/importance.js";
import {leastSquares} from "../../src/stats/drivers/least-squares.js";
import {blockCorrelations, momentBlocks} from "../../src/stats/drivers/moment-blocks.js";
import {penaltyReward} from "../../src/stats/drivers/penalty-reward.js";
import {correlationMatrix, covarianceMatrix} from "../../src/stats/numbers/covariance.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "./oracle.js";

const entries = oracle("drivers");

const split = (r: readonly (readonly number[])[]) => ({xx: r.slice(1).map((row) => row.slice(1)), xy: r[0]!.slice(1)});

describe.skipIf(!hasOracleData)("attitude (R datasets; skipped without ../shared/oracle/data)", () => {
  const values = () => {
    const {input} = entries["drivers-attitude"]!;
    return oracleRows(input.file).map((row) =>
      [input.outcome, ...input.drivers].map((name: string) => Number(row[name])),
    );
  };

  test("LMG, Johnson, betas, VIF and condition number agree with relaimpo and car", () => {
    const {expected, tolerance} = entries["drivers-attitude"]!;
    const got = importance(split(correlationMatrix(covarianceMatrix(values()))));
    expectClose(got.r2, expected.r2, tolerance);
    expectClose(got.lmg, Object.values(expected.lmg), tolerance);
    expectClose(got.shares, Object.values(expected.lmg_share), tolerance);
    expectClose(got.johnson, Object.values(expected.johnson), tolerance);
    expectClose(got.beta, Object.values(expected.standardised_beta), tolerance);
    expectClose(got.beta_times_r, Object.values(expected.beta_times_r), tolerance);
    expectClose(got.last, Object.values(expected.last), tolerance);
    expectClose(got.vif, Object.values(expected.vif), tolerance);
    expectClose(got.condition_number, expected.condition_number, tolerance);
  });

  test("least squares agrees with R's lm", () => {
    const {expected, tolerance} = entries["drivers-attitude"]!;
    const fit = leastSquares(values().map(([y, ...x]) => ({y: y!, x})));
    expectClose(fit.coefficients, Object.values(expected.coefficients), tolerance);
    expectClose(fit.se, Object.values(expected.se), tolerance);
    expectClose([fit.r2, fit.adjusted_r2], [expected.r2, expected.adjusted_r2], tolerance);
  });

  test("sums over groups of customers give the same correlations as the rows", () => {
    const rows = values();
    const {sums, drivers} = momentBlocks(
      rows.map((row, customer) => ({customer, values: row})),
      {blocks: 1},
    );
    expectClose(blockCorrelations(sums, drivers), split(correlationMatrix(covarianceMatrix(rows))), 1e-10);
  });
});

test("the LMG parts add up to R squared, and so do Johnson's weights", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({min: 2, max: 7}), (seed, width) => {
      const random = seededRandom(seed);
      const rows = Array.from({length: 40}, () => {
        const mood = random();
        return Array.from({length: width}, () => mood + random());
      });
      const got = importance(split(correlationMatrix(covarianceMatrix(rows))));
      const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);
      expectClose([sum(got.lmg), sum(got.johnson)], [got.r2, got.r2], 1e-9);
    }),
  );
});

/** y = 2 x1 + x2 + noise; x3 is nothing. */
function answers(n: number) {
  const random = seededRandom(7);
  return Array.from({length: n}, (_, customer) => {
    const [a, b, c] = [random(), random(), random()];
    return {customer, values: [2 * a + b + random() + random(), a, b, c]};
  });
}

test("the bootstrap ranks a strong driver above a weak one, and gives the same limits for the same seed", () => {
  const blocks = momentBlocks(answers(2000));
  const run = () => driverShares(blocks, {random: seededRandom(1), resamples: 200});
  const result = run();
  expect(result).toEqual(run());
  expect(result.first[0]).toBe(1);
  expect(result.apart[0]![1]).toBe(true);
  for (const [i, {estimate, low, high}] of result.intervals.entries()) {
    expect(low).toBeLessThan(estimate + 1e-3);
    expect(high).toBeGreaterThan(result.shares[i]! - 1e-3);
  }
});

test("drawing groups of customers gives the spread of drawing customers", () => {
  const rows = answers(6000);
  const width = (blocks: number) => {
    const {intervals} = driverShares(momentBlocks(rows, {blocks}), {random: seededRandom(3), resamples: 600});
    return intervals[0]!.high - intervals[0]!.low;
  };
  expect(width(1500) / width(6000)).toBeGreaterThan(0.85);
  expect(width(1500) / width(6000)).toBeLessThan(1.15);
});

test("a driver that is a copy of another is refused", () => {
  expect(() =>
    importance({
      xx: [
        [1, 1],
        [1, 1],
      ],
      xy: [0.5, 0.5],
    }),
  ).toThrow();
});

test("an attribute that only punishes is basic, one that only pleases is exciting", () => {
  const random = seededRandom(5);
  const rating = () => 1 + Math.floor(random() * 5);
  const rows = Array.from({length: 2000}, () => {
    const ratings = [rating(), rating()];
    return {overall: (ratings[0]! <= 2 ? -1 : 0) + (ratings[1]! === 5 ? 1 : 0) + random(), ratings};
  });
  expect(penaltyReward(rows).map(({kind}) => kind)).toEqual(["basic", "excitement"]);
});
