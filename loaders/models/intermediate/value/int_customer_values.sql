-- One row per customer, month end and part of the value that records tell of: its amount, and the cut points reached. Of earlier month ends where they decide tiers.
with known as (
  select
    (select count(*) from stg_orders where ordered_at is not null) > 0 as has_orders,
    (select count(margin) from stg_orders) > 0 as has_margins,
    (select count(*) from int_touch_months) > 0 as has_touches
),

ends as (
  select ref_report.month, cast(ref_report.month_end as date) as end_date, true as is_now
  from ref_report
  union all
  select ref_months.month, cast(ref_months.month_end as date), false
  from ref_months
  cross join ref_report
  cross join ref_tier_rule
  where ref_tier_rule.measure = 'score'
    and ref_months.month < ref_report.month
    and ref_months.month in (select month from int_customer_years)
),

base as (
  select
    stg_customers.customer_id,
    ends.month,
    stg_customers.potential_amount,
    case when ends.is_now then int_customers_activity.revenue else coalesce(int_customer_years.revenue, 0) end as revenue,
    int_customer_years.margin,
    int_customer_years.orders,
    int_customer_years.cost,
    date_diff('day', int_customer_years.last_order_date, ends.end_date) as days
  from stg_customers
  cross join (select distinct 1 as one from (select customer_id from stg_contracts union all select customer_id from stg_orders) as sold) as any_sold
  inner join int_customers_activity on int_customers_activity.customer_id = stg_customers.customer_id
  cross join ends
  left join int_customer_years
    on int_customer_years.customer_id = stg_customers.customer_id and int_customer_years.month = ends.month
  -- Prospects have no value yet: whoever once had a contract, or buys, has.
  where int_customers_activity.revenue > 0
    or stg_customers.customer_id in (select customer_id from stg_contracts where customer_id is not null)
),

parts as (
  select customer_id, month, 'revenue' as part, cast(revenue as decimal(18, 4)) as amount from base cross join known where has_orders
  union all
  select customer_id, month, 'margin', cast(coalesce(margin, 0) as decimal(18, 4)) from base cross join known where has_margins
  union all
  select customer_id, month, 'orders', cast(coalesce(orders, 0) as decimal(18, 4)) from base cross join known where has_orders
  union all
  select customer_id, month, 'days', cast(days as decimal(18, 4)) from base cross join known where has_orders
  union all
  select customer_id, month, 'potential', cast(potential_amount as decimal(18, 4)) from base where potential_amount is not null
  union all
  select customer_id, month, 'cost_share', cast(case when revenue > 0 then coalesce(cost, 0) / revenue end as decimal(18, 4))
  from base cross join known where has_orders and has_touches
)

select
  parts.customer_id,
  parts.month,
  parts.part,
  parts.amount,
  ref_value_parts.weight,
  ref_value_parts.steps,
  -- Of days and cost less is better; without an order there is nothing good about either.
  count(ref_value_points.cut) filter (
    where case when ref_value_parts.is_less_better then parts.amount <= ref_value_points.cut else parts.amount >= ref_value_points.cut end
  ) as points
from parts
inner join ref_value_parts on ref_value_parts.part = parts.part
inner join ref_value_points on ref_value_points.part = parts.part
group by parts.customer_id, parts.month, parts.part, parts.amount, ref_value_parts.weight, ref_value_parts.steps
