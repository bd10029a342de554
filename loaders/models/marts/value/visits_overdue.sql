-- One row per customer whose visit is overdue by the standard of the tier, longest first.
select
  int_standards_due.customer_id,
  int_standards_due.tier,
  ref_tiers.place,
  coalesce(stg_customers.region, 'unknown') as region,
  stg_customers.owner,
  cast(int_standards_due.visits_due as integer) as visits_due,
  cast(int_standards_due.visits as integer) as visits,
  cast(cast(int_standards_due.last_visit_date as date) as varchar) as last_visit_date,
  cast(cast(int_standards_due.visit_due_date as date) as varchar) as visit_due_date,
  cast(date_diff('day', int_standards_due.visit_due_date, cast(ref_report.month_end as date)) - 1 as integer) as days_overdue,
  cast(int_customers_tiered.revenue as double) as revenue
from int_standards_due
cross join ref_report
inner join ref_tiers on ref_tiers.code = int_standards_due.tier
inner join stg_customers on stg_customers.customer_id = int_standards_due.customer_id
inner join int_customers_tiered on int_customers_tiered.customer_id = int_standards_due.customer_id
where int_standards_due.visit_due_date < ref_report.month_end - to_days(1)
  and (select count(*) from stg_visits) > 0
