import {describe, expect, test} from "vitest";
import {kaplanMeier} from "../../src/stats/kaplan-meier.js";
import {riskTable} from "../../src/stats/risk-table.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "./oracle.js";

const entries = oracle("churn");

describe.skipIf(!hasOracleData)("aml (R package survival; skipped without ../shared/oracle/data)", () => {
  test.each(["km-aml-maintained", "km-aml-nonmaintained"])(
    "%s: curve, Greenwood error and log-log limits agree with R",
    (id) => {
      const {input, expected, tolerance} = entries[id]!;
      const spells = oracleRows(input.file)
        .filter((row) => row.x === input.where.x)
        .map((row) => ({exit: Number(row.time), event: row.status === 1}));
      const {steps} = kaplanMeier(spells);
      const column = (key: keyof (typeof steps)[number]) => steps.map((step) => step[key]);
      expectClose(column("time"), expected.time, tolerance);
      expectClose(column("n_risk"), expected.n_risk, tolerance);
      expectClose(column("events"), expected.n_event, tolerance);
      expectClose(column("surv"), expected.surv, tolerance);
      expectClose(column("se"), expected.se, tolerance);
      expectClose(column("low"), expected.lower, tolerance);
      expectClose(column("high"), expected.upper, tolerance);
    },
  );
});

test("counts per time and single subjects give the same curve", () => {
  const spells = [1, 2, 2, 3, 5, 8].map((exit, i) => ({entry: i % 2, exit: exit + 1, event: i !== 3}));
  expect(kaplanMeier(riskTable(spells))).toEqual(kaplanMeier(spells));
});

test("a customer who joined before the export is at risk only from its first day", () => {
  const spells = [
    {entry: 10, exit: 11, event: true},
    {entry: 0, exit: 12, event: false},
    {entry: 0, exit: 5, event: true},
  ];
  expectClose(kaplanMeier(spells).steps, [
    {time: 5, n_risk: 2, surv: 0.5},
    {time: 11, n_risk: 2, surv: 0.25},
  ]);
});

test("a curve starts where enough are at risk and ends before too few are", () => {
  const spells = Array.from({length: 20}, (_, i) => ({entry: i < 10 ? 0 : 3, exit: 4 + i, event: true}));
  const curve = kaplanMeier([{exit: 2, event: true, entry: 1}, ...spells], {minAtRisk: 15});
  expectClose(curve, {start: 3, end: 9});
  expect(curve.steps.map((step) => step.n_risk)).toEqual([20, 19, 18, 17, 16, 15]);
});
