-- One row per action as it stood on the last day of the report month: what was done later is not yet done.
with days as (
  -- A report without dates has no last day: nothing is overdue, and nothing open has an age.
  select month_end, case when month is not null then cast(month_end as date) - to_days(1) end as last_date
  from ref_report
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
