-- One row per variant of the churn rule's days (half, as ruled, one and a half): what the window would count.
select
  ref_churn_variants.factor,
  ref_churn.rule,
  ref_churn.silent_days_source,
  cast(case when ref_churn.rule = 'inactivity' then ref_churn_variants.silent_days else ref_churn_variants.grace_days end as integer) as rule_days,
  cast(count(distinct int_churn_window.customer_id) as integer) as customers,
  cast(count(*) filter (where int_churn_window.is_lost) as integer) as lost,
  cast(sum(int_churn_window.exposure) as bigint) as exposure,
  cast(cast(max(int_churn_window.observed_to) - interval 1 day as date) as varchar) as last_date
from ref_churn_variants
cross join ref_churn
inner join int_churn_window on int_churn_window.factor = ref_churn_variants.factor
group by all
