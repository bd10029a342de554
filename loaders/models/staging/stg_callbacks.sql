-- One row per callback.
select
  *,
  cast(called_at as date) as called_date
from all_callbacks
