-- One row per call.
select
  *,
  cast(called_at as date) as called_date,
  coalesce(direction, 'inbound') = 'inbound' as is_inbound
from all_calls
