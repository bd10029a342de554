import type {CoxRow} from "./cox-row.js";
import {addRisk, type RiskSums, riskSums} from "./risk-sums.js";

/** Partial log-likelihood at one place, with its slope and curvature. */
export interface CoxState {
  readonly beta: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
  readonly information: readonly (readonly number[])[];
}

/**
 * Told at each event time of each stratum, latest first: its time, and what its events add to slope and curvature
 * (of which the lower triangle is filled).
 */
export type EventTimeVisitor = (at: {
  readonly time: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}) => void;

/**
 * Prepares rows (sorting, centring) once and returns the likelihood as a function of the coefficients. One pass over
 * the rows of each stratum from the latest time back: rows join the risk set at their exit and leave it at their entry.
 * @example coxState([{exit: 1, event: true, x: [1]}, {exit: 2, event: true, x: [0]}], {ties: "efron"})([0]).value // => -0.6931471806
 */
export function coxState(
  rows: readonly CoxRow[],
  {ties}: {readonly ties: "efron" | "breslow"},
): (beta: readonly number[], visit?: EventTimeVisitor) => CoxState {
  const p = rows[0]?.x.length ?? 0;
  const countOf = (i: number) => rows[i]!.count ?? 1;
  // Who is there from 0 is at risk at 0.
  const entryOf = (i: number) => rows[i]!.entry || Number.NEGATIVE_INFINITY;
  const subjects = rows.reduce((sum, {count = 1}) => sum + count, 0);
  const means = Array.from(
    {length: p},
    (_, j) => rows.reduce((sum, {x, count = 1}) => sum + count * x[j]!, 0) / subjects,
  );
  const x = Float64Array.from(rows.flatMap((row) => row.x.map((value, j) => value - means[j]!)));
  const strata = [...groupIndices(rows).values()].map((indices) => ({
    exits: indices.toSorted((a, b) => rows[b]!.exit - rows[a]!.exit),
    entries: indices.toSorted((a, b) => entryOf(b) - entryOf(a)),
  }));
  return (beta, visit) => {
    const risks = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      let eta = 0;
      for (let j = 0; j < p; j++) eta += beta[j]! * x[i * p + j]!;
      risks[i] = Math.exp(eta);
    }
    const total = {value: 0, gradient: new Float64Array(p), information: new Float64Array(p * p)};
    for (const {exits, entries} of strata) {
      const risk = riskSums(p);
      let [joining, leaving] = [0, 0];
      while (joining < exits.length) {
        const time = rows[exits[joining]!]!.exit;
        const members: number[] = [];
        for (; joining < exits.length && rows[exits[joining]!]!.exit === time; joining++) {
          const i = exits[joining]!;
          if (entryOf(i) >= time) continue;
          addRisk(risk, x, {i, weight: risks[i]! * countOf(i)});
          if (rows[i]!.event) members.push(i);
        }
        if (members.length === 0) continue;
        for (; leaving < entries.length && entryOf(entries[leaving]!) >= time; leaving++) {
          const i = entries[leaving]!;
          if (rows[i]!.exit > entryOf(i)) addRisk(risk, x, {i, weight: -risks[i]! * countOf(i)});
        }
        const own = {value: 0, gradient: new Float64Array(p), information: new Float64Array(p * p)};
        addEvents({x, members, risks, risk, ties, total: own, countOf});
        total.value += own.value;
        for (const [j, part] of own.gradient.entries()) total.gradient[j]! += part;
        for (const [j, part] of own.information.entries()) total.information[j]! += part;
        visit?.({time, ...own});
      }
    }
    for (const i of rows.keys())
      if (rows[i]!.event && rows[i]!.exit > entryOf(i)) total.value += countOf(i) * Math.log(risks[i]!);
    const information = means.map((_, i) =>
      means.map((__, j) => total.information[Math.max(i, j) * p + Math.min(i, j)]!),
    );
    return {beta, value: total.value, gradient: [...total.gradient], information};
  };
}

function groupIndices(rows: readonly CoxRow[]): Map<string | number, number[]> {
  const groups = new Map<string | number, number[]>();
  for (const [i, {stratum = ""}] of rows.entries()) {
    const group = groups.get(stratum);
    if (group) group.push(i);
    else groups.set(stratum, [i]);
  }
  return groups;
}

interface EventSums {
  readonly x: Float64Array;
  readonly members: readonly number[];
  readonly risks: Float64Array;
  readonly risk: RiskSums;
  readonly ties: "efron" | "breslow";
  readonly countOf: (i: number) => number;
  readonly total: {value: number; readonly gradient: Float64Array; readonly information: Float64Array};
}

/** Adds the events of one time; tied ones stand beside the mean of x at risk, averaged over them. */
function addEvents({x, members, risks, risk, ties, total, countOf}: EventSums): void {
  const p = risk.s1.length;
  const d = members.reduce((sum, i) => sum + countOf(i), 0);
  const own = riskSums(p);
  for (const i of members) addRisk(own, x, {i, weight: risks[i]! * countOf(i)});
  const average = new Float64Array(p);
  for (let l = 0; l < d; l++) {
    const part = ties === "efron" ? l / d : 0;
    const s0 = risk.s0 - part * own.s0;
    total.value -= Math.log(s0);
    const mean = risk.s1.map((value, a) => (value - part * own.s1[a]!) / s0);
    for (let a = 0; a < p; a++) {
      average[a]! += mean[a]! / d;
      for (let b = 0; b <= a; b++) {
        const second = (risk.s2[a * p + b]! - part * own.s2[a * p + b]!) / s0;
        total.information[a * p + b]! += second - mean[a]! * mean[b]!;
      }
    }
  }
  for (const i of members) for (let a = 0; a < p; a++) total.gradient[a]! += countOf(i) * (x[i * p + a]! - average[a]!);
}
