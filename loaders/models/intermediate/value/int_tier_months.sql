-- One row per customer and month end with a whole window behind it: the tier by the rule, and how many slackened thresholds are reached; only of who was a customer that day.
with ends as (
  select distinct int_customer_years.month, ref_months.month_end
  from int_customer_years
  inner join ref_months on ref_months.month = int_customer_years.month
  where (select count(*) from ref_tiers) > 1 and (select count(*) from stg_orders where ordered_at is not null) > 0
),

present as (
  select distinct int_churn_spells.customer_id, ends.month
  from int_churn_spells
  inner join ends on int_churn_spells.started_date < ends.month_end
    and int_churn_spells.ends_date >= ends.month_end - to_days(1)
  inner join stg_customers on stg_customers.customer_id = int_churn_spells.customer_id
  where int_churn_spells.factor = 1
),

held as (
  select
    present.customer_id,
    present.month,
    coalesce(case when ref_tier_rule.measure = 'score' then int_customer_scores.score else int_customer_years.revenue end, 0) as measured
  from present
  cross join ref_tier_rule
  left join int_customer_years
    on int_customer_years.customer_id = present.customer_id and int_customer_years.month = present.month
  left join int_customer_scores
    on int_customer_scores.customer_id = present.customer_id and int_customer_scores.month = present.month
)

select
  held.customer_id,
  held.month,
  held.measured,
  coalesce(max(ref_tiers.place) filter (where held.measured >= ref_tiers.threshold), 0) as place,
  coalesce(max(ref_tiers.place) filter (where held.measured >= ref_tiers.threshold * ref_tier_rule.slack), 0) as slack_place
from held
cross join ref_tiers
cross join ref_tier_rule
group by held.customer_id, held.month, held.measured
