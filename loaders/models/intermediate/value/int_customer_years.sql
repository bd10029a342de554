-- One row per customer and month end that the records reach back a whole window from: the sums of that window.
with width as (
  select date_diff('month', window_start, month_start) as months, first_date, month, month_end from ref_report
),

ends as (
  select
    ref_months.month,
    cast(ref_months.month_start - to_months(cast(width.months as integer)) as date) as from_date,
    ref_months.month_start as to_date
  from ref_months
  cross join width
  where ref_months.month = width.month
    or ref_months.month_start - to_months(cast(width.months as integer)) >= width.first_date
),

-- A window with a month whose orders were never sent tells nothing of what was bought in it.
untold as (
  select distinct ends.month
  from ends
  inner join ref_months on ref_months.month_start >= ends.from_date and ref_months.month_start <= ends.to_date
  inner join metric_months on metric_months.month = ref_months.month
  where metric_months.metric = 'orders' and metric_months.state = 'missing' and not metric_months.is_quiet
)

select
  int_customer_months.customer_id,
  ends.month,
  sum(int_customer_months.revenue) as revenue,
  sum(int_customer_months.margin) as margin,
  sum(int_customer_months.orders) as orders,
  max(int_customer_months.last_order_date) as last_order_date,
  sum(int_customer_months.contacts) as contacts,
  sum(int_customer_months.visits) as visits,
  sum(int_customer_months.calls) as calls,
  sum(int_customer_months.minutes) as minutes,
  sum(int_customer_months.cost) as cost
from int_customer_months
inner join ends on int_customer_months.month_start >= ends.from_date and int_customer_months.month_start <= ends.to_date
where ends.month not in (select month from untold)
group by int_customer_months.customer_id, ends.month
