import {joinsBefore} from "./risk-table.js";

/** Counts at one time; `events` by cause. */
export interface CauseRow {
  readonly time: number;
  readonly entered: number;
  readonly exited: number;
  readonly events: Readonly<Record<string, number>>;
}

export interface IncidenceStep {
  readonly time: number;
  readonly n_risk: number;
  readonly event_free: number;
  /** by cause, with standard errors */
  readonly incidence: Readonly<Record<string, number>>;
  readonly se: Readonly<Record<string, number>>;
}

/**
 * Aalen-Johansen cumulative incidence of competing causes: the share lost to each by a time; with the event-free share
 * they add up to 1. Delta-method variance (Marubini & Valsecchi 1995), left truncation by `entered` after `exited` as in
 * `kaplanMeier`. One minus Kaplan-Meier per cause would overstate.
 * @example cumulativeIncidence([{time: 0, entered: 4, exited: 0, events: {}}, {time: 1, entered: 0, exited: 1, events: {price: 1}}, {time: 2, entered: 0, exited: 1, events: {service: 1}}])[1].incidence // => {price: 0.25, service: 0.25}
 */
export function cumulativeIncidence(
  rows: readonly CauseRow[],
  {minAtRisk = 1}: {/** the curve ends before fewer are at risk; defaults to 1 */ readonly minAtRisk?: number} = {},
): IncidenceStep[] {
  const causes = [...new Set(rows.flatMap(({events}) => Object.keys(events)))].sort();
  const parts = new Map(causes.map((cause) => [cause, {incidence: 0, a: 0, aI: 0, aII: 0, b: 0, c: 0, cI: 0}]));
  const steps: IncidenceStep[] = [];
  let [atRisk, surv] = [0, 1];
  for (const row of rows.toSorted((a, b) => a.time - b.time)) {
    const {time, entered, exited, events} = row;
    const joined = joinsBefore(row);
    atRisk += joined;
    const all = causes.reduce((sum, cause) => sum + (events[cause] ?? 0), 0);
    if (all > 0) {
      if (atRisk < minAtRisk) break;
      for (const [cause, part] of parts) addEvents(part, {n: atRisk, all, own: events[cause] ?? 0, surv});
      surv *= 1 - all / atRisk;
      const of = (value: (part: IncidenceSums) => number) =>
        Object.fromEntries(causes.map((cause) => [cause, value(parts.get(cause)!)]));
      const se = of((part) => Math.sqrt(varianceOf(part)));
      steps.push({time, n_risk: atRisk, event_free: surv, incidence: of((part) => part.incidence), se});
    }
    atRisk += entered - joined - exited;
  }
  return steps;
}

/** Running sums of sum (I - I_i)^2 a_i + sum b_i - 2 sum (I - I_i) c_i, so that each step costs the same. */
interface IncidenceSums {
  incidence: number;
  a: number;
  aI: number;
  aII: number;
  b: number;
  c: number;
  cI: number;
}

function addEvents(
  sums: IncidenceSums,
  {n, all, own, surv}: {n: number; all: number; own: number; surv: number},
): void {
  sums.incidence += (surv * own) / n;
  const a = n > all ? all / (n * (n - all)) : 0;
  const c = (surv * own) / (n * n);
  sums.a += a;
  sums.aI += a * sums.incidence;
  sums.aII += a * sums.incidence ** 2;
  sums.b += (surv * surv * own * (n - own)) / n ** 3;
  sums.c += c;
  sums.cI += c * sums.incidence;
}

function varianceOf({incidence, a, aI, aII, b, c, cI}: IncidenceSums): number {
  return Math.max(0, incidence ** 2 * a - 2 * incidence * aI + aII + b - 2 * (incidence * c - cI));
}
