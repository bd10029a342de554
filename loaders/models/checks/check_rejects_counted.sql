-- A file's rejected rows must all be listed, one by one.
with listed as (
  select source, entity, file, count(distinct "row") as rows_listed
  from rejects
  where severity = 'row'
  group by source, entity, file
)

select ref_imports.source, ref_imports.entity, ref_imports.file, ref_imports.rows_rejected, listed.rows_listed
from (
  select source, entity, file, sum(rows_rejected) as rows_rejected from ref_imports group by source, entity, file
) as ref_imports
left join listed
  on listed.source = ref_imports.source and listed.entity = ref_imports.entity and listed.file = ref_imports.file
where ref_imports.rows_rejected <> coalesce(listed.rows_listed, 0)
