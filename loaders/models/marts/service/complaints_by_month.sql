-- One row per month.
with counted as (
  select
    month,
    count(*) as complaints,
    count(distinct complainant_id) as complainants
  from int_complaints
  group by month
)

select
  ref_months.month,
  cast(coalesce(counted.complaints, 0) as integer) as complaints,
  cast(coalesce(counted.complainants, 0) as integer) as complainants,
  ref_months.days,
  cast(int_customer_days.customer_months as double) as customer_months,
  cast(int_customer_days.customers as integer) as customers
from ref_months
left join counted on counted.month = ref_months.month
left join int_customer_days on int_customer_days.period = ref_months.month and int_customer_days.dimension = 'all'
where (select count(*) from int_complaints) > 0
