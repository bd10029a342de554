-- One row per customer and month in which something was bought or done: sums of both.
with happened as (
  select
    customer_id,
    cast(date_trunc('month', ordered_at) as date) as month_start,
    case when is_bought then order_id end as order_id,
    case when is_bought then cast(ordered_at as date) end as order_date,
    amount,
    margin,
    0 as contacts,
    0 as visits,
    0 as calls,
    0 as minutes,
    0 as cost
  from int_order_lines
  cross join ref_report
  where customer_id is not null and ordered_at < ref_report.month_end
  union all
  select
    int_touch_months.customer_id,
    int_touch_months.month_start,
    null,
    null,
    0,
    0,
    int_touch_months.contacts,
    int_touch_months.visits,
    int_touch_months.calls,
    int_touch_months.seconds / 60.0,
    int_touch_months.cost + int_touch_months.seconds / 60.0 * ref_value.minute_cost
  from int_touch_months
  cross join ref_value
)

select
  customer_id,
  month_start,
  sum(amount) as revenue,
  sum(margin) as margin,
  count(distinct order_id) as orders,
  max(order_date) as last_order_date,
  sum(contacts) as contacts,
  sum(visits) as visits,
  sum(calls) as calls,
  sum(minutes) as minutes,
  sum(cost) as cost
from happened
group by customer_id, month_start
