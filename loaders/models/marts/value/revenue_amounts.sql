-- One row per amount bought in the window: the customers who bought for just that much (four digits of it where there are very many).
with bought as (
  select stg_orders.customer_id, sum(stg_orders.amount) as revenue
  from stg_orders
  cross join ref_report
  where stg_orders.customer_id is not null
    and stg_orders.ordered_at >= ref_report.window_start
    and stg_orders.ordered_at < ref_report.month_end
  group by stg_orders.customer_id
),

-- Without dated orders, what contracts brought.
buyers as (
  select customer_id, revenue
  from bought
  where revenue > 0
  union all
  select customer_id, revenue
  from int_customers_tiered
  where revenue > 0 and (select count(*) from bought) = 0
),

size as (
  select count(*) as buyers from buyers
)

select
  cast(
    case
      when size.buyers <= 50000 then buyers.revenue
      else round(cast(buyers.revenue as double) / power(10, floor(log10(cast(buyers.revenue as double))) - 3)) * power(10, floor(log10(cast(buyers.revenue as double))) - 3)
    end as double
  ) as amount,
  cast(count(*) as integer) as customers
from buyers
cross join size
group by 1
