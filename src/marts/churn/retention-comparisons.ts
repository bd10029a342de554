import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {logrank} from "../../stats/survival/logrank.js";
import type {RiskRow} from "../../stats/survival/risk-table.js";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {sum} from "../shape/sum.js";
import {table} from "../shape/table.js";
import {atRiskAt, clock, type RetentionTime, retentionTimes, riskRow} from "./retention-curves.js";

export const comparisonTables = {
  retention_comparisons: table({
    from: retentionTimes,
    grain: ["dimension", "member", "clock"],
    row: {
      dimension: text,
      member: text,
      clock,
      customers: count,
      observed: number,
      expected: number,
      chi2: number,
      df: count,
      p: number,
      p_adjusted: number,
    },
    derive: retentionComparisons,
  }),
};

/**
 * Do the members of a dimension end at the same rate? Logrank over all members with ten customers or more,
 * Benjamini-Hochberg over the dimensions of a clock.
 */
export function retentionComparisons(rows: readonly RetentionTime[]) {
  return [...groupRows(rows, ({clock}) => clock).values()].flatMap((byClock) => {
    const tests = testsOf(byClock);
    const adjusted = benjaminiHochberg(tests.map(([first]) => first!.p));
    return tests.flatMap((test, index) => test.map((row) => ({...row, p_adjusted: adjusted[index]!})));
  });
}

/** The members of each dimension that can be tested. */
function testsOf(rows: readonly RetentionTime[]) {
  return [...groupRows(rows, ({dimension}) => dimension).values()].flatMap((family) => {
    const groups = [...groupRows(family, ({member}) => member).values()].filter(
      (group) => entered(group) >= 10 && isAtRisk(group, family),
    );
    if (groups.length < 2) return [];
    const test = testOf(groups.map((group) => group.map(riskRow)));
    if (!test || !Number.isFinite(test.chi2)) return [];
    const {chi2, df, p, observed, expected} = test;
    const tested = groups.map((group, index) => ({
      dimension: group[0]!.dimension,
      member: group[0]!.member,
      clock: group[0]!.clock,
      customers: entered(group),
      observed: observed[index]!,
      expected: expected[index]!,
      chi2,
      df,
      p,
    }));
    return [tested];
  });
}

/** Undefined where some groups were never at risk together: they cannot be compared with each other. */
function testOf(groups: readonly (readonly RiskRow[])[]): ReturnType<typeof logrank> | undefined {
  try {
    return logrank(groups);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether any of the group was there when somebody left: else it says nothing, and the test has no answer. */
function isAtRisk(group: readonly RetentionTime[], family: readonly RetentionTime[]): boolean {
  const own = group.map(riskRow);
  const times = family.map(riskRow).filter(({events}) => events > 0);
  return times.some(({time}) => atRiskAt(own, time) > 0);
}

const entered = (rows: readonly RetentionTime[]): number => sum(rows, "entered");
