-- One row per customer given another tier by hand: by whom, why, until when, beside the tier by the rule.
select
  ref_overrides.customer_id,
  ref_overrides.tier,
  coalesce(int_customers_tiered.tier, 'unknown') as rule_tier,
  ref_overrides.reason,
  ref_overrides.given_by,
  cast(ref_overrides.until_date as varchar) as until_date,
  ref_overrides.until_date >= ref_report.month_end - to_days(1) as is_in_force
from ref_overrides
cross join ref_report
left join int_customers_tiered on int_customers_tiered.customer_id = ref_overrides.customer_id
