-- One row per period, dimension and member: orders, what they brought, and how many came back (orders, not lines).
with returned as (
  select order_id
  from stg_returns
  where order_id is not null and coalesce(outcome, 'accepted') <> 'refused'
  group by order_id
),

lines as (
  select
    month_of(cast(int_order_lines.ordered_at as date)) as month,
    int_order_lines.ordered_at is null or int_order_lines.ordered_at >= ref_report.window_start as is_in_window,
    int_order_lines.order_id,
    int_order_lines.customer_id,
    int_order_lines.amount,
    int_order_lines.margin,
    int_order_lines.category,
    int_order_lines.product,
    int_order_lines.region,
    int_order_lines.city,
    int_order_lines.channel,
    case when int_order_lines.is_promotion then 'yes' when not int_order_lines.is_promotion then 'no' end as promotion,
    returned.order_id as returned_order_id,
    -- Money given back is no order, and nobody who ordered; it stays in what orders brought.
    not int_order_lines.is_bought as is_refund
  from int_order_lines
  cross join ref_report
  left join returned on returned.order_id = int_order_lines.order_id
  where int_order_lines.ordered_at is null or int_order_lines.ordered_at < ref_report.month_end
),

periods as (
  select month as period, * exclude (month, is_in_window) from lines where month in (select month from ref_months)
  union all
  select 'window' as period, * exclude (month, is_in_window) from lines where is_in_window
),

counted as (
  select
    period,
    case
      when grouping(category) = 0 then 'category'
      when grouping(product) = 0 then 'product'
      when grouping(region) = 0 then 'region'
      when grouping(city) = 0 then 'city'
      when grouping(channel) = 0 then 'channel'
      when grouping(promotion) = 0 then 'promotion'
      else 'all'
    end as dimension,
    case
      when grouping(category) = 0 then category
      when grouping(product) = 0 then product
      when grouping(region) = 0 then region
      when grouping(city) = 0 then city
      when grouping(channel) = 0 then channel
      when grouping(promotion) = 0 then promotion
      else 'all'
    end as member,
    cast(count(*) as integer) as order_lines,
    cast(case when count(order_id) > 0 then count(distinct order_id) filter (where not is_refund) end as integer) as orders,
    cast(case when count(customer_id) > 0 then count(distinct customer_id) filter (where not is_refund) end as integer) as customers,
    cast(coalesce(sum(amount), 0) as double) as amount,
    cast(sum(margin) as double) as margin,
    cast(count(distinct returned_order_id) as integer) as returned_orders,
    cast(count(returned_order_id) as integer) as returned_lines,
    cast(coalesce(sum(amount) filter (where returned_order_id is not null), 0) as double) as returned_amount
  from periods
  group by grouping sets (
    (period),
    (period, category),
    (period, product),
    (period, region),
    (period, city),
    (period, channel),
    (period, promotion)
  )
)

select *
from counted
where member is not null
  and (dimension = 'all' or period = 'window' or (dimension in ('category', 'region', 'channel') and period in (select month from ref_months where is_compared)))
