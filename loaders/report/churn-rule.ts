import {kaplanMeier} from "../../src/stats/survival/kaplan-meier.js";
import {silenceThreshold} from "../../src/stats/survival/silence-threshold.js";
import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import type {Rules} from "./rules.js";

/** The headline moves with the rule: it is shown for half the days and one and a half of them as well. */
const factors = [0.5, 1, 1.5] as const;

/** What makes a customer a lost one, and whether rules/churn.yaml says so or the records had to. */
export interface ChurnRule {
  readonly rule: "contract" | "inactivity" | "stated" | "left_date";
  readonly is_ruled: boolean;
  /** Whether the records hold customers who are still there: a list of those who left has nothing to count them against. */
  readonly has_base: boolean;
}

/**
 * The rule of rules/churn.yaml; without it contracts tell who is lost, without those what the source itself states, and
 * without that either the days on which it says that customers left. Looked for in all that was delivered.
 */
export async function churnRuleOf(database: Database, rules: Rules): Promise<ChurnRule> {
  const [found] = await database.rows(`select
    (select count(*) from all_contracts where customer_id is not null and start_date is not null and end_date is not null) as contracts,
    count(is_churned) as stated, count(left_date) as gone, count(*) as customers from all_customers`);
  const [contracts, stated, gone, customers] = ["contracts", "stated", "gone", "customers"].map((name) =>
    Number(found?.[name]),
  ) as [number, number, number, number];
  const inRecords = contracts > 0 ? "contract" : stated > 0 ? "stated" : gone > 0 ? "left_date" : "contract";
  const rule = rules.churn?.rule ?? inRecords;
  // One in a hundred without a date is an entry forgotten.
  const has_base = rule !== "left_date" || (customers - gone) * 100 > customers;
  return {rule, is_ruled: rules.churn !== undefined, has_base};
}

/** The records that tell who is lost. */
const told = {contract: "contracts", inactivity: "orders", stated: "contracts", left_date: "customers"} as const;

/**
 * Makes `ref_churn` (the rule in force, and from when and until when the records it needs are known) and
 * `ref_churn_variants` (its days times 0.5, 1 and 1.5; a leaving date has none).
 *
 * Without contracts a customer is lost after so many silent days; where the rules name no number it is found in the
 * orders: the smallest d with less than a 10 % chance to order again within a year, or, where the records are too short
 * to tell, twice the 90th percentile of the time between two orders.
 */
export async function settleChurn(
  database: Database,
  {rules, churn: {rule, has_base}}: {rules: Rules; churn: ChurnRule},
): Promise<void> {
  const isDated = rule === "left_date";
  const {silent_days, ...given} = rules.churn ?? {grace_days: 30, silent_days: undefined};
  const grace_days = isDated ? 0 : given.grace_days;
  const chosen = rule === "inactivity" && silent_days === undefined ? await silenceInOrders(database) : undefined;
  const silent = silent_days ?? chosen?.days ?? null;
  const source = rule !== "inactivity" ? "" : silent_days === undefined ? (chosen?.source ?? "") : "rule";
  // Who had left before the first month with leaving dates may have been taken out of the list.
  const first = isDated
    ? "greatest(first_date, coalesce((select min(cast(month || '-01' as date)) from metric_months where metric = 'churn_rate' and state in ('complete', 'late')), cast(month_end as date)))"
    : "first_date";
  await database.run(
    `create table ref_churn as select ${literal(rule)} as rule, ${has_base} as has_base, ${grace_days} as grace_days, cast(${silent} as integer) as silent_days, ${literal(source)} as silent_days_source, ${first} as first_date, (select known_until from ref_horizons where entity = ${literal(told[rule])}) as known_until from ref_report`,
  );
  const rows = (isDated ? ([1] as const) : factors).map((factor) => {
    const of = (days: number | null) => (days === null || isDated ? "null" : String(Math.round(days * factor)));
    return `(cast(${factor} as decimal(3, 1)), cast(${of(grace_days)} as integer), cast(${of(silent)} as integer))`;
  });
  await database.run(
    `create table ref_churn_variants as select * from (values ${rows.join(", ")}) as variants(factor, grace_days, silent_days)`,
  );
}

/** "return": by the chance to return · "gaps": twice the 90th percentile of gaps · "default": no customer bought twice. */
async function silenceInOrders(database: Database): Promise<{days: number; source: string}> {
  const gaps = await database.rows(`
    with days as (
      select distinct customer_id, cast(ordered_at as date) as day
      from all_orders cross join ref_report
      where customer_id is not null and ordered_at < month_end
        and case when order_id is null then coalesce(amount, 0) >= 0
          else order_id not in (select order_id from all_orders where order_id is not null group by order_id having sum(amount) < 0) end
    ), gaps as (
      select customer_id, day, lead(day) over (partition by customer_id order by day) as next_day from days
    )
    select
      cast(date_diff('day', day, coalesce(next_day, cast(month_end as date))) as integer) as days,
      cast(count(*) as integer) as exited,
      cast(count(next_day) as integer) as events
    from gaps cross join ref_report
    group by days order by days`);
  const rows = gaps.map((row) => ({
    time: Number(row.days),
    entered: 0,
    exited: Number(row.exited),
    events: Number(row.events),
  }));
  const [all, closed] = [total(rows, "exited"), total(rows, "events")];
  if (closed === 0) return {days: 180, source: "default"};
  const start = {time: 0, entered: all, exited: 0, events: 0};
  const days = silenceThreshold(kaplanMeier([start, ...rows.filter(({time}) => time > 0)], {minAtRisk: 10}));
  if (Number.isFinite(days)) return {days, source: "return"};
  let passed = 0;
  const p90 = rows.find(({events}) => {
    passed += events;
    return passed >= 0.9 * closed;
  });
  return {days: 2 * (p90?.time ?? 90), source: "gaps"};
}

const total = (rows: readonly {exited: number; events: number}[], name: "exited" | "events"): number =>
  rows.reduce((sum, row) => sum + row[name], 0);
