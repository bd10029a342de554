-- One row per prospect still open at the end of the report month: its grade, the one before, and for how long.
with held as (
  select
    now.prospect_id,
    now.grade,
    min(months.month) as since_month
  from int_prospect_months as now
  cross join ref_report
  inner join int_prospect_months as months on months.prospect_id = now.prospect_id and months.grade = now.grade
  where now.month = ref_report.month
  group by now.prospect_id, now.grade
)

select
  int_prospect_months.prospect_id,
  coalesce(int_prospect_months.customer_id, '') as customer_id,
  int_prospect_months.grade,
  coalesce(int_prospect_months.grade_before, '') as grade_before,
  int_prospect_months.owner,
  held.since_month
from int_prospect_months
cross join ref_report
inner join held on held.prospect_id = int_prospect_months.prospect_id
where int_prospect_months.month = ref_report.month and int_prospect_months.outcome = 'open'
