import {normalMultiplier} from "../../stats/numbers/distributions.js";
import {type CauseRow, cumulativeIncidence} from "../../stats/survival/cumulative-incidence.js";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {sum} from "../shape/sum.js";
import {type Delivered, mart, table} from "../shape/table.js";
import {atRiskAt, clock, endOfMonth, monthsPer} from "./retention-curves.js";

const causeTimes = mart("churn_cause_times", {
  grain: ["clock", "time", "cause"],
  row: {clock, time: count, cause: text, entered: count, exited: count},
});

export const incidenceTables = {
  churn_cause_incidence: table({
    from: causeTimes,
    grain: ["clock", "month", "cause"],
    row: {
      clock,
      month: count,
      cause: text,
      value: number,
      lo: number.nullable(),
      hi: number.nullable(),
      n_risk: count,
      still_there: number,
    },
    derive: causeIncidence,
  }),
};

/** Share lost to each cause by whole months as a customer (Aalen-Johansen); with those still there they add up to 1. */
export function causeIncidence(rows: readonly Delivered<typeof causeTimes>[]) {
  const z = normalMultiplier(0.95);
  return [...groupRows(rows, ({clock}) => clock).values()].flatMap((group) => {
    const unit = monthsPer(group[0]!.clock);
    const moments: CauseRow[] = [...groupRows(group, ({time}) => String(time)).values()].map((moment) => ({
      time: moment[0]!.time,
      entered: sum(moment, "entered"),
      exited: sum(moment, "exited"),
      events: Object.fromEntries(moment.flatMap(({cause, exited}) => (cause === "" ? [] : [[cause, exited]]))),
    }));
    const steps = cumulativeIncidence(moments, {minAtRisk: 10});
    const end = Math.floor((steps.at(-1)?.time ?? 0) / unit);
    const counts = moments.map(({events, ...row}) => ({...row, events: 0}));
    return Array.from({length: end + 1}, (_, month) => month).flatMap((month) => {
      const reading = endOfMonth(month, group[0]!.clock);
      const step = steps.findLast(({time}) => time <= reading);
      if (!step) return [];
      return Object.entries(step.incidence).map(([cause, value]) => ({
        clock: group[0]!.clock,
        month,
        cause,
        value,
        lo: Math.max(0, value - z * step.se[cause]!),
        hi: Math.min(1, value + z * step.se[cause]!),
        n_risk: atRiskAt(counts, Math.max(1, reading)),
        still_there: step.event_free,
      }));
    });
  });
}
