-- One row per month or window, dimension and member: the days that active customers were there to complain.
with spans as (
  select month as period, month_start as from_date, month_end as to_date from ref_months
  union all
  select 'window', window_start, cast(month_end as date) from ref_report where month is not null
),

members as (
  select customer_id, 'all' as dimension, 'all' as member from int_customers_tiered
  union all
  select customer_id, dimension, member from int_customer_dimensions
),

days as (
  select
    spans.period,
    int_customers_tiered.customer_id,
    greatest(0, date_diff('day', greatest(spans.from_date, int_customers_tiered.active_from), least(spans.to_date, coalesce(cast(int_customers_tiered.active_to as date), spans.to_date)))) as days
  from int_customers_tiered
  inner join spans on int_customers_tiered.active_from < spans.to_date
    and (int_customers_tiered.active_to is null or int_customers_tiered.active_to > spans.from_date)
)

select
  days.period,
  members.dimension,
  members.member,
  cast(sum(days.days) as bigint) as customer_days,
  count(*) as customers
from days
inner join members on members.customer_id = days.customer_id
where days.days > 0
group by days.period, members.dimension, members.member
