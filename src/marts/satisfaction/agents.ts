import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {funnelLimits} from "../../stats/series/funnel-limits.js";
import {count, number, text} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const handlerSpeed = mart("handler_speed", {
  grain: ["agent"],
  row: {agent: text, answers: count, raters: count, satisfied: count, tickets: count, median_hours: number.nullable()},
});

/** Agents against the limits of chance and the time they take: no ranks. */
export const agentTables = {
  agent_satisfaction: table({
    from: handlerSpeed,
    row: {
      agent: text,
      answers: count,
      tickets: count,
      median_hours: number.nullable(),
      all_median_hours: number.nullable(),
      ...limitColumns("csat"),
      low_95: number,
      high_95: number,
      low_998: number,
      high_998: number,
    },
    derive: agentLimits,
  }),
};

/** Each agent's share of satisfied answers with the funnel limits of its base; the middle of all agents' hours. */
export function agentLimits(rows: readonly Delivered<typeof handlerSpeed>[], {preset}: DeriveOptions) {
  const told = rows.filter(({answers: n, raters: customers}) => smallN({n, customers}, {preset}).flag !== "suppressed");
  const n = told.reduce((sum, row) => sum + row.answers, 0);
  const share = told.reduce((sum, row) => sum + row.satisfied, 0) / n;
  const hours = told.flatMap(({median_hours}) => median_hours ?? []).sort((a, b) => a - b);
  const middle = hours.length > 0 ? hours[Math.floor((hours.length - 1) / 2)]! : null;
  return told.map(({agent, answers, tickets, median_hours, satisfied}) => ({
    agent,
    answers,
    tickets,
    median_hours,
    all_median_hours: middle,
    ...limits("csat", wilsonInterval(satisfied, answers)),
    ...funnelLimits(answers, share),
  }));
}
