-- One row per job on site after which somebody had to come to the same device again in time: all that the rate counts.
select
  work_order_id,
  completed_date,
  coalesce(region, 'unknown') as region,
  coalesce(technician, '') as technician,
  coalesce(category, '') as category,
  coalesce(is_parts_missing, false) as is_parts_missing,
  next_id,
  cast(next_at as date) as next_date,
  cast(date_diff('day', completed_date, cast(next_at as date)) as integer) as days
from int_work_orders
where is_due and is_again
