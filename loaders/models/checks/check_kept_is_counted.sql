-- What is kept of a file is what models read, and what models read of a month is what its exports hold of it, month by month.
with by_file as (
  select entity, source, file, sum(records) as records
  from int_records_by_month
  group by entity, source, file
),

kept as (
  select entity, source, file, sum(records) as records
  from ref_imports
  group by entity, source, file
),

by_month as (
  select entity, month, sum(records) as records
  from int_records_by_month
  where month is not null
  group by entity, month
),

-- Months that the report judges; records of others lie outside its window, and newer ones are set aside. Customers are a
-- list, told by no month.
judged as (
  select source_months.entity, source_months.month, sum(source_months."rows") as records
  from source_months
  cross join ref_report
  where source_months.month <> '' and source_months.month <= ref_report.month and source_months.entity <> 'customers'
  group by source_months.entity, source_months.month
)

select kept.entity, kept.source, kept.file as part, kept.records as kept, by_file.records as counted
from kept
inner join by_file on by_file.entity = kept.entity and by_file.source = kept.source and by_file.file = kept.file
where kept.records <> by_file.records
union all
select judged.entity, 'all', judged.month, judged.records, coalesce(by_month.records, 0)
from judged
left join by_month on by_month.entity = judged.entity and by_month.month = judged.month
where judged.records <> coalesce(by_month.records, 0)
