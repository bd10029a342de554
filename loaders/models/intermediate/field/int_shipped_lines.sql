-- One row per order line shipped by the end of the report month: how many days later it was first asked to be taken back.
with asked as (
  select
    order_id,
    product,
    min(cast(requested_at as date)) as requested_date
  from stg_returns
  cross join ref_report
  where order_id is not null and requested_at < ref_report.month_end
  group by order_id, product
)

select
  stg_orders.order_line_id,
  coalesce(stg_orders.product, 'unknown') as product,
  month_of(stg_orders.shipped_date) as ship_month,
  date_diff('day', stg_orders.shipped_date, cast(known.known_until as date)) as age,
  min(case when asked.requested_date is not null
    then greatest(0, date_diff('day', stg_orders.shipped_date, asked.requested_date)) end) as days
from stg_orders
cross join ref_report
cross join (
  select min(known_until) as known_until from ref_horizons where entity in ('orders', 'returns')
) as known
-- A return that names no product stands for the whole order.
left join asked on asked.order_id = stg_orders.order_id and (asked.product is null or asked.product = stg_orders.product)
where stg_orders.shipped_date < cast(ref_report.month_end as date)
  and not coalesce(stg_orders.category in (select category from ref_not_goods), false)
  and exists (select 1 from asked)
group by stg_orders.order_line_id, stg_orders.product, stg_orders.shipped_date, known.known_until
