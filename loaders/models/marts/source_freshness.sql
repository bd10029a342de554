-- One row per kind of record: its first and last day, and how many fall in the report month.
with dated as (
  select 'tickets' as entity, created_date as day from stg_tickets
  union all
  select 'calls', called_date from stg_calls
  union all
  select 'surveys', survey_date from stg_surveys
  union all
  select 'callbacks', called_date from stg_callbacks
  union all
  select 'orders', cast(ordered_at as date) from stg_orders
  union all
  select 'returns', cast(requested_at as date) from stg_returns
  union all
  select 'visits', visited_date from stg_visits
  union all
  select 'work_orders', completed_date from stg_work_orders
  union all
  select 'care_actions', acted_date from stg_care_actions
  union all
  select 'churn_interviews', cast(interviewed_at as date) from stg_churn_interviews
)

select
  dated.entity,
  min(dated.day) as first_date,
  max(dated.day) as last_date,
  cast(count(*) filter (where month_of(dated.day) = ref_report.month) as integer) as rows_in_month,
  cast(count(*) filter (where month_of(dated.day) = ref_report.previous_month) as integer) as rows_in_previous_month
from dated
cross join ref_report
where dated.day is not null
group by dated.entity
