-- One row per dimension and member: customers of the window, and of a whole file without dates.
with members as (
  select customer_id, 'all' as dimension, 'all' as member from int_customers_lifetime
  union all
  select customer_id, dimension, member from int_customer_dimensions
),

spans as (
  select
    int_customers_lifetime.customer_id,
    int_customers_lifetime.clock,
    int_customers_lifetime.has_left and int_customers_lifetime.is_voluntary
      and (int_customers_lifetime.left_date is null or int_customers_lifetime.left_date >= ref_report.window_start) as is_lost,
    case
      when int_customers_lifetime.clock = 'months' then int_customers_lifetime.exited_at_time
      else greatest(0, date_diff('day', greatest(ref_report.window_start, int_customers_lifetime.started_date), coalesce(int_customers_lifetime.left_date, cast(ref_report.month_end as date))))
    end as exposure
  from int_customers_lifetime
  cross join ref_report
  where int_customers_lifetime.left_date is null or int_customers_lifetime.left_date >= ref_report.window_start
    or int_customers_lifetime.clock = 'months'
)

select
  members.dimension,
  members.member,
  spans.clock,
  cast(count(*) as integer) as customers,
  cast(count(*) filter (where spans.is_lost) as integer) as lost,
  cast(sum(spans.exposure) as bigint) as exposure
from spans
inner join members on members.customer_id = spans.customer_id
group by members.dimension, members.member, spans.clock
