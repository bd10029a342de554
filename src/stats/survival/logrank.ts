import {chiSquareUpper} from "../numbers/distributions.js";
import {solveLinear} from "../numbers/linear-algebra.js";
import {joinsBefore, type RiskRow} from "./risk-table.js";

/**
 * Do groups leave at the same rate? Logrank test of k groups from their risk tables, left truncation included.
 * Mantel 1966; as survival::survdiff. Where curves cross, compare restricted means instead.
 * @example logrank([riskTable([{exit: 1, event: true}, {exit: 3, event: true}]), riskTable([{exit: 2, event: true}, {exit: 4, event: false}])]).observed // => [2, 1]
 */
export function logrank(groups: readonly (readonly RiskRow[])[]): {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
  readonly observed: readonly number[];
  readonly expected: readonly number[];
} {
  const k = groups.length;
  const atRisk = new Array<number>(k).fill(0);
  const [observed, expected] = [[...atRisk], [...atRisk]];
  const variance = groups.map(() => new Array<number>(k).fill(0));
  for (const rows of byTime(groups)) {
    for (const {group, row} of rows) atRisk[group]! += joinsBefore(row);
    const n = atRisk.reduce((sum, value) => sum + value, 0);
    const d = rows.reduce((sum, {row}) => sum + row.events, 0);
    for (const {group, row} of rows) observed[group]! += row.events;
    for (let i = 0; d > 0 && i < k; i++) {
      expected[i]! += (d * atRisk[i]!) / n;
      const spread = n > 1 ? (d * (n - d)) / (n * n * (n - 1)) : 0;
      for (let j = 0; j < k; j++) variance[i]![j]! += spread * atRisk[i]! * ((i === j ? n : 0) - atRisk[j]!);
    }
    for (const {group, row} of rows) atRisk[group]! += row.entered - joinsBefore(row) - row.exited;
  }
  const gap = observed.slice(1).map((value, i) => value - expected[i + 1]!);
  const solved = solveLinear(
    variance.slice(1).map((row) => row.slice(1)),
    gap,
  );
  const chi2 = gap.reduce((sum, value, i) => sum + value * solved[i]!, 0);
  return {chi2, df: k - 1, p: chiSquareUpper(chi2, k - 1), observed, expected};
}

function byTime(groups: readonly (readonly RiskRow[])[]): {group: number; row: RiskRow}[][] {
  const times = new Map<number, {group: number; row: RiskRow}[]>();
  for (const [group, rows] of groups.entries()) {
    for (const row of rows) times.set(row.time, [...(times.get(row.time) ?? []), {group, row}]);
  }
  return [...times.entries()].sort(([a], [b]) => a - b).map(([, rows]) => rows);
}
