-- One row per purchase of a known customer: an order, or a day's lines where they carry no order number.
select
  stg_orders.customer_id,
  coalesce(stg_orders.order_id, cast(cast(stg_orders.ordered_at as date) as varchar)) as purchase_id,
  cast(min(stg_orders.ordered_at) as date) as purchased_date,
  sum(stg_orders.amount) as amount,
  min(stg_orders.channel) as channel,
  min(stg_orders.product) as product,
  min(stg_orders.region) as region
from stg_orders
cross join ref_report
where stg_orders.customer_id is not null and stg_orders.ordered_at < ref_report.month_end
group by all
-- Money given back is no purchase.
having coalesce(sum(stg_orders.amount), 0) >= 0
