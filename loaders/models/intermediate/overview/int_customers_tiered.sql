-- One row per customer: the tier by the published rule, or as stored where there is no rule.
with ranked as (
  select
    int_customers_activity.customer_id,
    ref_tiers.code,
    row_number() over (partition by int_customers_activity.customer_id order by ref_tiers.min_revenue desc) as place
  from int_customers_activity
  inner join ref_tiers on int_customers_activity.revenue >= ref_tiers.min_revenue
)

select
  stg_customers.customer_id,
  coalesce(ranked.code, stg_customers.tier) as tier,
  int_customers_activity.active_from,
  int_customers_activity.active_to,
  int_customers_activity.revenue
from stg_customers
inner join int_customers_activity on int_customers_activity.customer_id = stg_customers.customer_id
left join ranked on ranked.customer_id = stg_customers.customer_id and ranked.place = 1
