-- One row per customer: the tier by the published rule and what it is measured by, or as stored where there is no rule, and what the card says. Of all this few need more than int_customers_tiered tells.
with tiers as (
  select code, threshold, lead(threshold) over (order by threshold, place) as next_threshold
  from ref_tiers
),

measured as (
  select
    int_customers_activity.*,
    case
      when ref_tier_rule.measure = 'amount' then int_customers_activity.revenue
      -- Where no record tells of any part, no score decides.
      when (select count(*) from int_customer_scores) > 0 then coalesce(int_customer_scores.score, 0)
    end as measured
  from int_customers_activity
  cross join ref_report
  cross join ref_tier_rule
  left join int_customer_scores
    on int_customer_scores.customer_id = int_customers_activity.customer_id and int_customer_scores.month = ref_report.month
)

select
  measured.* replace (coalesce(tiers.code, measured.tier) as tier)
from measured
left join tiers on measured.measured >= tiers.threshold
  and (tiers.next_threshold is null or measured.measured < tiers.next_threshold)
