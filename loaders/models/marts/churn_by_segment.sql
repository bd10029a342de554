-- One row per dimension and member: customers of the window, and of a whole file without dates.
with spans as (
  select
    int_churn_ends.customer_id,
    'days' as clock,
    int_churn_ends.left_date is not null and int_churn_ends.is_voluntary as is_lost,
    greatest(0, date_diff('day', greatest(ref_report.window_start, int_churn_ends.started_date), coalesce(int_churn_ends.left_date, cast(ref_report.month_end as date)))) as exposure
  from int_churn_ends
  cross join ref_report
  where int_churn_ends.factor = 1
    and (int_churn_ends.left_date is null or int_churn_ends.left_date >= ref_report.window_start)
  union all
  select customer_id, clock, has_left and is_voluntary, exited_at_time
  from int_customers_lifetime
  where clock = 'months'
)

select
  int_churn_members.dimension,
  int_churn_members.member,
  spans.clock,
  cast(count(distinct spans.customer_id) as integer) as customers,
  cast(count(*) filter (where spans.is_lost) as integer) as lost,
  cast(sum(spans.exposure) as bigint) as exposure
from spans
inner join int_churn_members on int_churn_members.customer_id = spans.customer_id
group by int_churn_members.dimension, int_churn_members.member, spans.clock
