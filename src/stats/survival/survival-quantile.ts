import type {Interval} from "../numbers/interval.js";
import type {SurvivalCurve, SurvivalStep} from "./kaplan-meier.js";

/**
 * Time by which the share `p` has had the event (0.5: the median), with limits by Brookmeyer & Crowley (Biometrics
 * 1982) on the curve's own limits. NaN where the curve does not fall that far: "not reached".
 * Where the curve lies exactly on 1 - p the middle of that flat stretch is taken, as R does.
 * @example survivalQuantile(kaplanMeier([{exit: 1, event: true}, {exit: 2, event: true}, {exit: 3, event: true}]), 0.5).estimate // => 2
 */
export function survivalQuantile(curve: SurvivalCurve, p: number): Interval {
  const level = 1 - p;
  return {
    estimate: crossing(curve.steps, (step) => step.surv, level),
    low: crossing(curve.steps, (step) => step.low, level),
    high: crossing(curve.steps, (step) => step.high, level),
  };
}

/**
 * The curve at a time, with limits; before the first event it is 1. NaN after the curve ends,
 * unless it ended at 0.
 * @example survivalAt(kaplanMeier([{exit: 1, event: true}, {exit: 3, event: false}]), 2).estimate // => 0.5
 */
export function survivalAt(curve: SurvivalCurve, time: number): Interval & {readonly se: number} {
  const gone = time > curve.end && curve.steps.at(-1)?.surv === 0;
  if (!gone && !(time >= curve.start && time <= curve.end)) {
    return {estimate: Number.NaN, low: Number.NaN, high: Number.NaN, se: Number.NaN};
  }
  const step = curve.steps.findLast((candidate) => candidate.time <= time);
  if (!step) return {estimate: 1, low: 1, high: 1, se: 0};
  return {estimate: step.surv, low: step.low, high: step.high, se: step.se};
}

function crossing(steps: readonly SurvivalStep[], value: (step: SurvivalStep) => number, level: number): number {
  const index = steps.findIndex((step) => value(step) <= level + 1e-12);
  const step = steps[index];
  if (!step) return Number.NaN;
  const next = steps[index + 1];
  return Math.abs(value(step) - level) < 1e-12 && next ? (step.time + next.time) / 2 : step.time;
}
