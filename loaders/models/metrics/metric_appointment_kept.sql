-- One row per job on site with an appointment and a time of arrival: kept or not.
select
  work_order_id as record_id,
  completed_date as occurred_date,
  customer_id,
  cast(null as varchar) as brand,
  cast(null as varchar) as channel,
  cast(null as varchar) as agent,
  cast(null as varchar) as team,
  cast(null as varchar) as product,
  region,
  case when is_kept then 1 else 0 end as score
from int_work_orders
where is_kept is not null
