import type {MartRow} from "../marts.js";
import {kaplanMeier} from "../stats/kaplan-meier.js";
import {groupRows} from "./group-rows.js";

/** Kaplan–Meier curve per dimension and member; it starts and ends where 10 customers are at risk. */
export function retentionCurves(rows: readonly MartRow[]): MartRow[] {
  const groups = groupRows(rows, (row) => `${row.dimension}|${row.member}|${row.clock}`);
  return [...groups.values()].flatMap((moments) => {
    const {dimension, member, clock} = moments[0]!;
    const table = moments.map((row) => ({
      time: Number(row.time),
      entered: Number(row.entered),
      exited: Number(row.lost) + Number(row.left_otherwise),
      events: Number(row.lost),
    }));
    const {start, steps} = kaplanMeier(table, {minAtRisk: 10});
    return steps.map((step) => ({
      dimension: dimension!,
      member: member!,
      clock: clock!,
      start,
      time: step.time,
      n_risk: step.n_risk,
      lost: step.events,
      value: step.surv,
      se: finite(step.se),
      lo: finite(step.low),
      hi: finite(step.high),
    }));
  });
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
