import {describe, expect, test} from "vitest";
import {newcombeDifference} from "../../src/stats/comparisons/newcombe-difference.js";
import {twoProportionTest} from "../../src/stats/comparisons/two-proportion-test.js";
import {covarianceMatrix} from "../../src/stats/numbers/covariance.js";
import {omegaTotal} from "../../src/stats/surveys/omega-total.js";
import {cronbachAlpha} from "../../src/stats/surveys/reliability.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "./oracle.js";

const entries = oracle("validity");

describe.skipIf(!hasOracleData)("attitude (R datasets; skipped without ../shared/oracle/data)", () => {
  test("alpha, its interval, item-rest correlations and omega agree with R", () => {
    const {input, expected, tolerance} = entries["reliability-attitude"]!;
    const rows = oracleRows(input.file).map((row) => input.items.map((item: string) => Number(row[item])));
    const covariance = covarianceMatrix(rows);
    const alpha = cronbachAlpha(covariance, rows.length);
    expectClose([alpha.estimate, alpha.standardised], [expected.alpha, expected.alpha_standardised], tolerance);
    expectClose([alpha.low, alpha.high], expected.feldt, tolerance);
    expectClose(alpha.item_rest, Object.values(expected.item_rest), tolerance);
    expectClose(alpha.if_deleted, Object.values(expected.alpha_if_deleted), tolerance);
    expectClose(alpha.mean_correlation, expected.mean_inter_item_r, tolerance);
    expect(alpha.verdict).toBe("indeterminate");
    const omega = omegaTotal(covariance);
    expectClose(omega.loadings, Object.values(expected.loadings), tolerance);
    expectClose([omega.raw, omega.standardised], [expected.omega_raw, expected.omega_standardised], tolerance);
  });
});

test("asking only those whose ticket was resolved shows as a difference in invitations", () => {
  const {input, expected, tolerance} = entries["gating-420-500-35-100"]!;
  const [resolved, unresolved] = [input.invited_resolved, input.invited_unresolved].map(([k, n]: number[]) => ({
    k: k!,
    n: n!,
  }));
  expectClose(newcombeDifference(resolved!, unresolved!).estimate, expected.difference, tolerance);
  expectClose(twoProportionTest(resolved!, unresolved!).chi2, expected.n_minus_1_chi2, tolerance);
});
