-- One row per call made by us: connected or not.
select
  call_id as record_id,
  called_date as occurred_date,
  customer_id,
  cast(null as varchar) as brand,
  queue as channel,
  agent,
  cast(null as varchar) as team,
  topic as product,
  region,
  case when is_answered then 1 else 0 end as score
from stg_calls
where not is_inbound and is_answered is not null
