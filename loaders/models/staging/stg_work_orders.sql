-- One row per work order on site.
select
  *,
  cast(completed_at as date) as completed_date
from all_work_orders
