-- One row per customer seen: the tier when the window began ("new" for who came later) and at the end or on leaving.
with lasts as (
  select *, row_number() over (partition by customer_id order by started_date desc, spell desc) as place
  from int_churn_ends
  where factor = 1
),

firsts as (
  select customer_id, min(started_date) as started_date
  from int_churn_ends
  where factor = 1
  group by customer_id
),

moments as (
  select
    lasts.customer_id,
    firsts.started_date,
    coalesce(lasts.left_date, cast(ref_report.month_end as date)) as end_date
  from lasts
  inner join firsts on firsts.customer_id = lasts.customer_id
  cross join ref_report
  where lasts.place = 1
),

-- Twelve months of orders before each moment, and how many of these days the records cover.
sums as (
  select
    moments.customer_id,
    sum(stg_orders.amount) filter (where stg_orders.ordered_at >= ref_report.window_start - interval 365 day and stg_orders.ordered_at < ref_report.window_start) as start_amount,
    sum(stg_orders.amount) filter (where stg_orders.ordered_at >= moments.end_date - interval 365 day and stg_orders.ordered_at < moments.end_date + interval 1 day) as end_amount
  from moments
  inner join stg_orders on stg_orders.customer_id = moments.customer_id
  cross join ref_report
  group by moments.customer_id
),

revenues as (
  select
    moments.customer_id,
    moments.started_date,
    moments.end_date,
    case when date_diff('day', ref_report.first_date, ref_report.window_start) >= 180
      then coalesce(sums.start_amount, 0) * 365.0 / least(365, date_diff('day', ref_report.first_date, ref_report.window_start)) end as start_revenue,
    case when date_diff('day', ref_report.first_date, moments.end_date) >= 90
      then coalesce(sums.end_amount, 0) * 365.0 / least(365, date_diff('day', ref_report.first_date, moments.end_date)) end as end_revenue
  from moments
  cross join ref_report
  left join sums on sums.customer_id = moments.customer_id
  where (select count(*) from stg_orders where ordered_at is not null) > 0
),

starts as (
  select revenues.customer_id, max_by(ref_tiers.code, ref_tiers.threshold) as tier
  from revenues inner join ref_tiers on revenues.start_revenue >= ref_tiers.threshold
  inner join ref_tier_rule on ref_tier_rule.measure = 'amount'
  group by revenues.customer_id
  union all
  select customer_id, start_tier from int_scored_tiers where start_tier is not null
),

ends as (
  select revenues.customer_id, max_by(ref_tiers.code, ref_tiers.threshold) as tier, max(revenues.end_revenue) as revenue
  from revenues inner join ref_tiers on revenues.end_revenue >= ref_tiers.threshold
  inner join ref_tier_rule on ref_tier_rule.measure = 'amount'
  group by revenues.customer_id
  union all
  select int_scored_tiers.customer_id, int_scored_tiers.end_tier, revenues.end_revenue
  from int_scored_tiers
  left join revenues on revenues.customer_id = int_scored_tiers.customer_id
)

select
  int_customers_tiered.customer_id,
  case
    when moments.started_date >= ref_report.window_start and starts.tier is not null then 'new'
    else coalesce(starts.tier, int_customers_tiered.tier)
  end as start_tier,
  coalesce(ends.tier, int_customers_tiered.tier) as end_tier,
  cast(coalesce(ends.revenue, int_customers_tiered.revenue) as decimal(18, 2)) as revenue
from int_customers_tiered
cross join ref_report
left join moments on moments.customer_id = int_customers_tiered.customer_id
left join starts on starts.customer_id = int_customers_tiered.customer_id
left join ends on ends.customer_id = int_customers_tiered.customer_id
