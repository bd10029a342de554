-- One row per month.
with counted as (
  select
    month_of(left_date) as month,
    count(*) filter (where is_voluntary) as lost,
    count(*) filter (where not is_voluntary) as ended_otherwise
  from int_customers_lifetime
  where has_left and left_date is not null
  group by month_of(left_date)
),

exposed as (
  select
    ref_months.month,
    sum(date_diff('day', greatest(ref_months.month_start, int_customers_lifetime.started_date), least(ref_months.month_end, coalesce(int_customers_lifetime.left_date, ref_months.month_end)))) as customer_days,
    count(*) filter (where int_customers_lifetime.started_date < ref_months.month_start) as opening_customers
  from ref_months
  inner join int_customers_lifetime on int_customers_lifetime.started_date < ref_months.month_end
    and (int_customers_lifetime.left_date is null or int_customers_lifetime.left_date > ref_months.month_start)
  group by ref_months.month
)

select
  ref_months.month,
  ref_months.days,
  cast(coalesce(counted.lost, 0) as integer) as lost,
  cast(coalesce(counted.ended_otherwise, 0) as integer) as ended_otherwise,
  cast(exposed.customer_days as bigint) as customer_days,
  cast(exposed.opening_customers as integer) as opening_customers,
  -- A contract that ended less than the grace period ago may still be renewed.
  ref_months.month_end > cast(ref_report.month_end as date) - to_days(cast(ref_churn.grace_days as integer)) as is_provisional
from ref_months
cross join ref_report
cross join ref_churn
inner join exposed on exposed.month = ref_months.month
left join counted on counted.month = ref_months.month
