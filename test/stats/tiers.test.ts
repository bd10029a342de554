import {expect, test} from "vitest";
import {concentration} from "../../src/stats/estimates/concentration.js";
import {dampedTiers} from "../../src/stats/estimates/damped-tier.js";
import {cohortTriangle} from "../../src/stats/survival/cohort-triangle.js";
import {migrationMatrix} from "../../src/stats/survival/migration-matrix.js";
import {expectClose, oracle} from "./oracle.js";

const entries = oracle("tiers");

test("the Gini coefficient of 1, 2, 3, 4, 10 is 0.4", () => {
  const {input, expected, tolerance} = entries["gini-small"]!;
  expectClose(concentration(input.x), expected, tolerance);
});

test("one customer with everything is as concentrated as it gets", () => {
  expectClose(concentration([0, 0, 0, 100]), {gini: 0.75, effective_number: 1, a_share: 0.25, risk_accounts: 1});
});

test("a tier rises at once and falls one step after two weak periods", () => {
  const path = dampedTiers([250, 95, 85, 85, 85, 85, 300], {thresholds: [100, 200]});
  expect(path.map(({damped}) => damped)).toEqual([2, 2, 1, 1, 0, 0, 2]);
});

test("one weak period costs no tier", () => {
  expect(dampedTiers([120, 50, 120, 50, 120], {thresholds: [100]}).map(({damped}) => damped)).toEqual([1, 1, 1, 1, 1]);
});

test("with two tiers, Bowker and Stuart-Maxwell are both McNemar's test", () => {
  const {bowker, stuart_maxwell} = migrationMatrix([
    [50, 12],
    [2, 36],
  ]);
  expectClose([bowker.chi2, stuart_maxwell.chi2], [100 / 14, 100 / 14]);
});

// Stuart, Biometrika 1955: unaided vision of 7477 women, right eye against left eye.
test("Stuart's vision data give his statistic of 11.96", () => {
  const {stuart_maxwell} = migrationMatrix([
    [1520, 266, 124, 66],
    [234, 1512, 432, 78],
    [117, 362, 1772, 205],
    [36, 82, 179, 492],
  ]);
  expect(stuart_maxwell.chi2).toBeCloseTo(11.96, 2);
  expect(stuart_maxwell.df).toBe(3);
});

test("a future cell of a cohort is empty, not zero", () => {
  const {cells} = cohortTriangle([
    {size: 40, kept: [40, 30, 20]},
    {size: 40, kept: [40, null]},
  ]);
  expect(cells[1]![1]).toBeNull();
  expect(cells[1]![2]).toBeNull();
  expectClose(cells[0]![2], {estimate: 0.5});
});
