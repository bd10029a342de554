import type {MartRow} from "../marts.js";
import {logrank} from "../stats/logrank.js";
import {groupRows} from "./group-rows.js";

/** Do the members of a dimension leave at the same rate? Logrank over all members with ten customers or more. */
export function retentionComparisons(rows: readonly MartRow[]): MartRow[] {
  return [...groupRows(rows, (row) => `${row.dimension}|${row.clock}`).values()].flatMap((family) => {
    const groups = [...groupRows(family, (row) => String(row.member)).values()].filter(
      (group) => entered(group) >= 10 && isAtRisk(group, family),
    );
    if (groups.length < 2) return [];
    const {chi2, df, p, observed, expected} = logrank(groups.map((group) => group.map(riskRow)));
    if (!Number.isFinite(chi2)) return [];
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

/** Whether any of the group was there when somebody left: else it says nothing, and the test has no answer. */
function isAtRisk(group: readonly MartRow[], family: readonly MartRow[]): boolean {
  const times = family.filter(({lost}) => Number(lost) > 0).map((row) => Number(row.time));
  return times.some(
    (time) =>
      group.reduce(
        (left, row) =>
          Number(row.time) < time ? left + Number(row.entered) - Number(row.lost) - Number(row.left_otherwise) : left,
        0,
      ) > 0,
  );
}

const entered = (rows: readonly MartRow[]): number => rows.reduce((sum, row) => sum + Number(row.entered), 0);

const riskRow = (row: MartRow) => ({
  time: Number(row.time),
  entered: Number(row.entered),
  exited: Number(row.lost) + Number(row.left_otherwise),
  events: Number(row.lost),
});
