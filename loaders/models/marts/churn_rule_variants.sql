-- One row per variant of the churn rule's days (half, as ruled, one and a half): what the window would count.
select
  ref_churn_variants.factor,
  ref_churn.rule,
  ref_churn.silent_days_source,
  cast(case when ref_churn.rule = 'inactivity' then ref_churn_variants.silent_days else ref_churn_variants.grace_days end as integer) as rule_days,
  cast(count(distinct int_churn_ends.customer_id) as integer) as customers,
  cast(count(*) filter (where int_churn_ends.left_date is not null and int_churn_ends.is_voluntary) as integer) as lost,
  cast(sum(greatest(0, date_diff('day', greatest(ref_report.window_start, int_churn_ends.started_date, int_churn_ends.observed_from), coalesce(int_churn_ends.left_date, int_churn_ends.observed_to)))) as bigint) as exposure,
  cast(cast(max(int_churn_ends.observed_to) - interval 1 day as date) as varchar) as last_date
from ref_churn_variants
cross join ref_churn
cross join ref_report
inner join int_churn_ends on int_churn_ends.factor = ref_churn_variants.factor
where (int_churn_ends.left_date is null or int_churn_ends.left_date >= ref_report.window_start)
  and int_churn_ends.started_date < int_churn_ends.observed_to
group by all
