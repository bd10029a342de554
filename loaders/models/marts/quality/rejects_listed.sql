-- One row per file, row, column and reason: at most 20 of each kind, for the page; the download has them all.
select distinct
  listed.source,
  listed.entity,
  listed.file,
  cast(listed."row" as integer) as "row",
  coalesce(scrub(listed."column"), '') as "column",
  case when shown."column" is null then '***' else scrub_cell(listed.value) end as value,
  listed.reason,
  listed.severity
from (
  select *
  from int_rejects
  qualify row_number() over (partition by source, entity, severity, "column", reason order by file, "row") <= 20
) as listed
left join ref_shown_columns as shown
  on shown.source = listed.source and shown.entity = listed.entity and shown."column" = coalesce(listed."column", '')
