import type {RiskRow} from "./risk-table.js";

/**
 * Number at risk just before each of the given times: the row of figures below a survival chart.
 * @example numbersAtRisk(riskTable([{exit: 2, event: true}, {exit: 3, event: false}]), [0, 2, 3, 4]) // => [0, 2, 1, 0]
 */
export function numbersAtRisk(rows: readonly RiskRow[], times: readonly number[]): number[] {
  return times.map((time) => rows.reduce((sum, row) => (row.time < time ? sum + row.entered - row.exited : sum), 0));
}
