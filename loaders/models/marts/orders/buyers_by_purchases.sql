-- One row per number of purchases in the window (six stand for more): the customers who made so many, and what they paid.
with buyers as (
  select
    int_purchases.customer_id,
    least(count(*), 6) as purchases,
    sum(int_purchases.amount) as amount
  from int_purchases
  cross join ref_report
  where int_purchases.purchased_date >= ref_report.window_start
  group by int_purchases.customer_id
)

select
  cast(purchases as integer) as purchases,
  cast(count(*) as integer) as customers,
  cast(coalesce(sum(amount), 0) as double) as amount
from buyers
group by purchases
