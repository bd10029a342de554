-- One row per customer and month of buying: had bought in the twelve months before it, or not; where the records reach back so far.
with months as (
  select
    customer_id,
    date_trunc('month', purchased_date) as month_start,
    max(purchased_date) as occurred_date,
    arg_max(channel, (purchased_date, purchase_id)) as channel,
    arg_max(product, (purchased_date, purchase_id)) as product,
    arg_max(region, (purchased_date, purchase_id)) as region
  from int_purchases
  group by customer_id, date_trunc('month', purchased_date)
),

bought as (
  select
    *,
    lag(occurred_date) over (partition by customer_id order by month_start) as before_date
  from months
)

select
  bought.customer_id || ' ' || cast(bought.month_start as date) as record_id,
  bought.occurred_date,
  bought.customer_id,
  null as brand,
  bought.channel,
  null as agent,
  null as team,
  bought.product,
  bought.region,
  case when bought.before_date >= bought.month_start - interval 12 month then 1 else 0 end as score
from bought
cross join (select date_trunc('month', min(purchased_date)) as month_start from int_purchases) as first
where bought.month_start >= first.month_start + interval 12 month
