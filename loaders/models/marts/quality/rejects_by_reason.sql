-- One row per source, table, severity, column and reason.
with by_column as (
  select source, entity, severity, coalesce(scrub("column"), '') as "column", reason, cells
  from (
    select source, entity, severity, "column", reason, count(*) as cells
    from int_rejects
    group by source, entity, severity, "column", reason
  ) as as_written
)
select source, entity, severity, "column", reason, cast(sum(cells) as integer) as cells
from by_column
group by source, entity, severity, "column", reason
