-- One row per customer who lacks little of the next tier, in the rule's own units.
select
  int_customers_tiered.customer_id,
  int_customers_tiered.tier,
  ref_tiers.code as next_tier,
  ref_tiers.place,
  coalesce(stg_customers.region, 'unknown') as region,
  stg_customers.owner,
  cast(int_customers_tiered.measured as double) as measured,
  cast(ref_tiers.threshold - int_customers_tiered.measured as double) as missing
from int_customers_tiered
inner join stg_customers on stg_customers.customer_id = int_customers_tiered.customer_id
cross join ref_tier_rule
inner join ref_tiers
  on int_customers_tiered.measured < ref_tiers.threshold
  and int_customers_tiered.measured >= ref_tiers.threshold * (1 - ref_tier_rule.within_share)
where ref_tiers.is_cultivated
  and int_customers_tiered.customer_id in (
    select int_churn_spells.customer_id
    from int_churn_spells
    cross join ref_report as now
    where int_churn_spells.factor = 1
      and int_churn_spells.started_date < now.month_end
      and int_churn_spells.ends_date >= now.month_end - to_days(1)
  )
