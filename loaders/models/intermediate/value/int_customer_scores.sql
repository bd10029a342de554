-- One row per customer and month end: the value in points of 100, from the parts that records tell of.
select
  customer_id,
  month,
  cast(sum(weight * points / steps) / sum(weight) * 100 as decimal(18, 4)) as score
from int_customer_values
group by customer_id, month
