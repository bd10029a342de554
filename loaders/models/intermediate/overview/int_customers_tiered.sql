-- One row per customer: the tier by the published rule and what it is measured by, or as stored where there is no rule.
with measured as (
  select
    int_customers_activity.customer_id,
    case when ref_tier_rule.measure = 'score' then coalesce(int_customer_scores.score, 0) else int_customers_activity.revenue end as measured
  from int_customers_activity
  cross join ref_report
  cross join ref_tier_rule
  left join int_customer_scores
    on int_customer_scores.customer_id = int_customers_activity.customer_id and int_customer_scores.month = ref_report.month
  -- Where no record tells of any part, no score decides.
  where ref_tier_rule.measure = 'amount' or (select count(*) from int_customer_scores) > 0
),

ranked as (
  select
    measured.customer_id,
    ref_tiers.code,
    row_number() over (partition by measured.customer_id order by ref_tiers.threshold desc) as place
  from measured
  inner join ref_tiers on measured.measured >= ref_tiers.threshold
)

select
  stg_customers.customer_id,
  coalesce(ranked.code, stg_customers.tier) as tier,
  int_customers_activity.active_from,
  int_customers_activity.active_to,
  int_customers_activity.revenue,
  measured.measured
from stg_customers
inner join int_customers_activity on int_customers_activity.customer_id = stg_customers.customer_id
left join measured on measured.customer_id = stg_customers.customer_id
left join ranked on ranked.customer_id = stg_customers.customer_id and ranked.place = 1
