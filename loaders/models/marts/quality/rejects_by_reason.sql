-- One row per source, table, severity, column and reason.
select
  source,
  entity,
  severity,
  coalesce(scrub("column"), '') as "column",
  reason,
  cast(count(*) as integer) as cells
from int_rejects
group by source, entity, severity, coalesce(scrub("column"), ''), reason
