import {normalMultiplier} from "../numbers/distributions.js";
import type {ConfidenceOption} from "../numbers/interval.js";
import {joinsBefore, type RiskRow, riskTable, type Spell} from "./risk-table.js";

/** The curve just after one event time. */
export interface SurvivalStep {
  readonly time: number;
  readonly n_risk: number;
  readonly events: number;
  readonly surv: number;
  /** Greenwood; NaN once the curve has reached 0, as are the limits */
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

export interface SurvivalCurve {
  /** the curve is 1 here and reads "given still there at `start`" */
  readonly start: number;
  /** last time the curve can be read at */
  readonly end: number;
  readonly steps: readonly SurvivalStep[];
}

/**
 * Kaplan-Meier survival with left truncation: a subject is at risk for entry < t <= exit, and from 0 on at 0 itself, so
 * that a loss at 0 is a drop at 0.
 * Greenwood variance, log-log limits S^exp(+-z sqrt(G)/|log S|) (Kalbfleisch & Prentice 2002), which stay in 0..1.
 * Takes subjects ({entry, exit, event}) or counts per time ({time, entered, exited, events}, any order, may be weighted).
 * Assumes that leaving observation says nothing about the risk.
 * @example kaplanMeier([{exit: 1, event: true}, {exit: 2, event: false}, {exit: 3, event: true}]).steps // => [{time: 1, n_risk: 3, surv: 0.6666666667}, {time: 3, n_risk: 1, surv: 0}]
 */
export function kaplanMeier(
  data: readonly Spell[] | readonly RiskRow[],
  {confidence = 0.95, minAtRisk = 1}: SurvivalOptions = {},
): SurvivalCurve {
  const rows = isGrouped(data) ? data.toSorted((a, b) => a.time - b.time) : riskTable(data);
  const z = normalMultiplier(confidence);
  const steps: SurvivalStep[] = [];
  let [start, end, atRisk, surv, greenwood] = [Number.NaN, Number.NaN, 0, 1, 0];
  for (const row of rows) {
    const {time, entered, exited, events} = row;
    const joined = joinsBefore(row);
    atRisk += joined;
    const enough = atRisk >= Math.max(minAtRisk, 1e-9);
    if (!enough && !Number.isNaN(start)) break;
    if (enough) {
      if (Number.isNaN(start)) start = joined > 0 ? time : end;
      if (events > 0) {
        surv *= 1 - events / atRisk;
        greenwood += events / (atRisk * (atRisk - events));
        steps.push({time, n_risk: atRisk, events, ...survivalLimits({surv, greenwood, z})});
      }
    }
    end = time;
    atRisk += entered - joined - exited;
  }
  return {start, end, steps};
}

export interface SurvivalOptions extends ConfidenceOption {
  /** the curve starts where this many are at risk and ends before fewer are (the report uses 10); defaults to 1 */
  readonly minAtRisk?: number;
}

function survivalLimits({surv, greenwood, z}: {surv: number; greenwood: number; z: number}) {
  if (!(surv > 1e-12)) return {surv: 0, se: Number.NaN, low: Number.NaN, high: Number.NaN};
  const spread = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(surv));
  return {surv, se: surv * Math.sqrt(greenwood), low: surv ** Math.exp(spread), high: surv ** Math.exp(-spread)};
}

function isGrouped(data: readonly Spell[] | readonly RiskRow[]): data is readonly RiskRow[] {
  return data.length > 0 && "entered" in data[0]!;
}
