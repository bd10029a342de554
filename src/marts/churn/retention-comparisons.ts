import {logrank} from "../../stats/survival/logrank.js";
import type {RiskRow} from "../../stats/survival/risk-table.js";
import {groupRows} from "../shape/groups.js";
import type {MartRow} from "../shape/mart.js";
import {atRiskAt, riskRow} from "./retention-curves.js";

/** Do the members of a dimension end at the same rate? Logrank over all members with ten customers or more. */
export function retentionComparisons(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => `${row.dimension}|${row.clock}`).values()].flatMap((family) => {
    const groups = [...groupRows(family, (row) => String(row.member)).values()].filter(
      (group) => entered(group) >= 10 && isAtRisk(group, family),
    );
    if (groups.length < 2) return [];
    const test = testOf(groups.map((group) => group.map(riskRow)));
    if (!test || !Number.isFinite(test.chi2)) return [];
    const {chi2, df, p, observed, expected} = test;
    return groups.map((group, index) => ({
      dimension: group[0]!.dimension!,
      member: group[0]!.member!,
      clock: group[0]!.clock!,
      customers: entered(group),
      observed: observed[index]!,
      expected: expected[index]!,
      chi2,
      df,
      p,
    }));
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
function isAtRisk(group: readonly MartRow[], family: readonly MartRow[]): boolean {
  const own = group.map(riskRow);
  const times = family.map(riskRow).filter(({events}) => events > 0);
  return times.some(({time}) => atRiskAt(own, time) > 0);
}

const entered = (rows: readonly MartRow[]): number => rows.reduce((sum, row) => sum + Number(row.entered), 0);
