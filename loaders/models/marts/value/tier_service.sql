-- One row per tier: what its customers brought in the window, and what was spent on them.
select
  int_customers_tiered.tier,
  cast(count(*) as integer) as customers,
  cast(sum(int_customers_tiered.revenue) as double) as revenue,
  cast(sum(int_customer_years.margin) as double) as margin,
  cast(coalesce(sum(int_customer_years.contacts), 0) as integer) as contacts,
  cast(coalesce(sum(int_customer_years.visits), 0) as integer) as visits,
  cast(coalesce(sum(int_customer_years.minutes), 0) as double) as minutes,
  cast(coalesce(sum(int_customer_years.cost), 0) as double) as cost
from int_customers_tiered
cross join ref_report
left join int_customer_years
  on int_customer_years.customer_id = int_customers_tiered.customer_id and int_customer_years.month = ref_report.month
where int_customers_tiered.tier is not null
  and (int_customers_tiered.revenue > 0 or int_customer_years.customer_id is not null)
group by int_customers_tiered.tier
