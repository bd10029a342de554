-- One row per file, row, column and reason: at most 20 of each kind, for the page; the download has them all.
select distinct
  source,
  entity,
  file,
  cast("row" as integer) as "row",
  coalesce("column", '') as "column",
  scrub(value) as value,
  reason,
  severity
from (
  select *
  from int_rejects
  qualify row_number() over (partition by source, entity, severity, "column", reason order by file, "row") <= 20
) as listed
