import {kaplanMeier} from "../../src/stats/survival/kaplan-meier.js";
import {silenceThreshold} from "../../src/stats/survival/silence-threshold.js";
import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import type {Rules} from "./rules.js";

/** The headline moves with the rule: it is shown for half the days and one and a half of them as well. */
const factors = [0.5, 1, 1.5] as const;

/** What makes a customer a lost one, and whether rules/churn.yaml says so or the records had to. */
export interface ChurnRule {
  readonly rule: "contract" | "inactivity" | "stated";
  readonly is_ruled: boolean;
}

/** The rule of rules/churn.yaml; without it contracts tell who is lost, and without those what the source itself states. */
export async function churnRuleOf(database: Database, rules: Rules): Promise<ChurnRule> {
  if (rules.churn) return {rule: rules.churn.rule, is_ruled: true};
  const [found] = await database.rows(`select
    (select count(*) from all_contracts where customer_id is not null and start_date is not null and end_date is not null) as contracts,
    (select count(is_churned) from all_customers) as stated`);
  return {rule: Number(found?.contracts) === 0 && Number(found?.stated) > 0 ? "stated" : "contract", is_ruled: false};
}

/**
 * Makes `ref_churn` (the rule in force, and until when the records it needs are known) and `ref_churn_variants` (its days times 0.5, 1 and 1.5).
 *
 * Without contracts a customer is lost after so many silent days; where the rules name no number it is found in the
 * orders: the smallest d with less than a 10 % chance to order again within a year, or, where the records are too short
 * to tell, twice the 90th percentile of the time between two orders.
 */
export async function settleChurn(
  database: Database,
  {rules, rule}: {rules: Rules; rule: ChurnRule["rule"]},
): Promise<void> {
  const {grace_days, silent_days} = rules.churn ?? {grace_days: 30, silent_days: undefined};
  const chosen = rule === "inactivity" && silent_days === undefined ? await silenceInOrders(database) : undefined;
  const silent = silent_days ?? chosen?.days ?? null;
  const source = rule !== "inactivity" ? "" : silent_days === undefined ? (chosen?.source ?? "") : "rule";
  await database.run(
    `create table ref_churn as select ${literal(rule)} as rule, ${grace_days} as grace_days, cast(${silent} as integer) as silent_days, ${literal(source)} as silent_days_source, (select known_until from ref_horizons where entity = ${literal(rule === "inactivity" ? "orders" : "contracts")}) as known_until`,
  );
  const rows = factors.map((factor) => {
    const of = (days: number | null) => (days === null ? "null" : String(Math.round(days * factor)));
    return `(cast(${factor} as decimal(3, 1)), ${of(grace_days)}, cast(${of(silent)} as integer))`;
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
