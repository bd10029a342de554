-- One row per action as it stood on the last day of the report month: what was done later is not yet done.
with seen as (
  -- Things that happen, not those that are planned: of a month that is not whole yet they tell how far it has come.
  select bool_or(source_months.state = 'partial') as is_partial, max(cast(source_months.last_seen_at as date)) as last_seen
  from source_months
  inner join ref_report on ref_report.month = source_months.month
  where source_months.entity in ('tickets', 'calls', 'sessions', 'surveys', 'orders', 'callbacks')
),

days as (
  -- A report without dates has no last day: nothing is overdue, and nothing open has an age.
  select
    ref_report.month_end,
    case
      when ref_report.month is null then null
      when seen.is_partial then least(seen.last_seen, cast(ref_report.month_end as date) - 1)
      else cast(ref_report.month_end as date) - 1
    end as last_date
  from ref_report
  cross join seen
),

stood as (
  select
    stg_actions.action_id,
    stg_actions.cause,
    stg_actions.department,
    stg_actions.owner,
    stg_actions.opened_date,
    stg_actions.due_date,
    case when stg_actions.done_date < days.month_end then stg_actions.done_date end as done_date,
    stg_actions.metric,
    stg_actions.category,
    stg_actions.region,
    stg_actions.note,
    coalesce(stg_actions.is_decision, false) as is_decision,
    cast(days.last_date as date) as last_date
  from stg_actions
  cross join days
  where stg_actions.opened_date is null or stg_actions.opened_date < days.month_end
)

select
  *,
  -- The last day of the term is still in time.
  case
    when done_date > due_date then 'done_late'
    when done_date is not null then 'done'
    when due_date < last_date then 'overdue'
    else 'open'
  end as status,
  cast(date_diff('day', due_date, coalesce(done_date, last_date)) as integer) as days_late,
  -- From the day it was opened until done, or until now; dates the wrong way round are no dates.
  case
    when opened_date <= coalesce(done_date, last_date) then cast(date_diff('day', opened_date, coalesce(done_date, last_date)) as integer)
  end as days_open
from stood
