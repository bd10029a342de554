-- One row per kind of record: its first and last day, and how many fall in the report month.
with months as (
  select entity, month_of(day) as month, min(day) as first_date, max(day) as last_date, sum(records) as records
  from int_dated_records
  where day is not null
  group by entity, month_of(day)
),

-- A usual month: the middle one of those from the entity's first to the report month.
usual as (
  select months.entity, pct(months.records, 0.5) as records
  from months
  cross join ref_report
  where months.month <= ref_report.month
  group by months.entity
)

select
  months.entity,
  strftime(min(months.first_date), '%Y-%m-%d') as first_date,
  strftime(max(months.last_date), '%Y-%m-%d') as last_date,
  cast(coalesce(sum(months.records) filter (where months.month = ref_report.month), 0) as integer) as rows_in_month,
  cast(coalesce(sum(months.records) filter (where months.month = ref_report.previous_month), 0) as integer) as rows_in_previous_month,
  cast(coalesce(max(usual.records), 0) as double) as rows_usual
from months
cross join ref_report
left join usual on usual.entity = months.entity
group by months.entity
