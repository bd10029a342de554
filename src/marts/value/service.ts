import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {count, number, text} from "../shape/columns.js";
import {type Delivered, mart, table} from "../shape/table.js";

const tierService = mart("tier_service", {
  grain: ["tier"],
  row: {
    tier: text,
    customers: count,
    revenue: number,
    margin: number.nullable(),
    contacts: count,
    visits: count,
    minutes: number,
    cost: number,
  },
});

const due = {
  visits_due: count.nullable(),
  visits_kept: count.nullable(),
  visits: count.nullable(),
  calls_due: count.nullable(),
  calls_kept: count.nullable(),
  calls: count.nullable(),
  replies_due: count.nullable(),
  replies_kept: count.nullable(),
};
const serviceStandards = mart("service_standards", {grain: ["tier"], row: {tier: text, customers: count, ...due}});

/** What each tier brings and costs, and what it may expect beside what it got. */
export const tierServiceTables = {
  tier_service: table({
    from: tierService,
    row: {
      tier: text,
      customers: count,
      revenue: number.nullable(),
      margin: number.nullable(),
      contacts: count,
      visits: count,
      minutes: number,
      cost: number.nullable(),
      fair_cost: number.nullable(),
      over_cost: number.nullable(),
    },
    derive: overAndUnder,
  }),
  service_standards: table({
    from: serviceStandards,
    row: {
      tier: text,
      customers: count,
      ...due,
      replies_lo: number.nullable(),
      replies_hi: number.nullable(),
    },
    derive: (rows) =>
      rows.map((row) => {
        const kept = row.replies_due ? wilsonInterval(row.replies_kept ?? 0, row.replies_due) : undefined;
        return {...row, replies_lo: kept?.low ?? null, replies_hi: kept?.high ?? null};
      }),
  }),
  visits_overdue: table({
    grain: ["customer_id"],
    row: {
      customer_id: text,
      tier: text,
      place: count,
      region: text,
      owner: text.nullable(),
      visits_due: count,
      visits: count,
      last_visit_date: text.nullable(),
      visit_due_date: text,
      days_overdue: count,
      revenue: number,
    },
  }),
};

/**
 * What each tier's service cost beside what it would cost if cost followed margin (or revenue, where no margin is
 * told): the difference is what a tier gets too much or too little. Sums of fewer than five customers stay inside.
 */
export function overAndUnder(rows: readonly Delivered<typeof tierService>[]) {
  const worth = (row: (typeof rows)[number]) => Math.max(0, row.margin ?? row.revenue);
  const sum = (value: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + value(row), 0);
  const [cost, value] = [sum((row) => row.cost), sum(worth)];
  return rows.map((row) => {
    if (row.customers < 5) return {...row, revenue: null, margin: null, cost: null, fair_cost: null, over_cost: null};
    const fair_cost = cost > 0 && value > 0 ? (cost * worth(row)) / value : null;
    return {...row, fair_cost, over_cost: fair_cost === null ? null : row.cost - fair_cost};
  });
}
