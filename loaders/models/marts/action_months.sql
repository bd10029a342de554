-- One row per action and month: its metric before and after, with what the action is about.
with wide as (
  select
    action_id,
    month,
    coalesce(sum(amount) filter (where part = 'events'), 0) as events,
    coalesce(sum(amount) filter (where part = 'other_events'), 0) as other_events,
    sum(amount) filter (where part = 'days') as days,
    coalesce(sum(amount) filter (where part = 'n'), 0) as n,
    coalesce(sum(amount) filter (where part = 'total'), 0) as total,
    coalesce(sum(amount) filter (where part = 'total_sq'), 0) as total_sq
  from int_action_counts
  group by action_id, month
)

select
  stg_actions.action_id,
  coalesce(ref_months.month, '') as month,
  stg_actions.cause,
  stg_actions.department,
  stg_actions.owner,
  cast(stg_actions.opened_date as varchar) as opened_date,
  cast(stg_actions.due_date as varchar) as due_date,
  cast(stg_actions.done_date as varchar) as done_date,
  month_of(stg_actions.done_date) as done_month,
  stg_actions.metric,
  stg_actions.category,
  stg_actions.region,
  stg_actions.note,
  case
    when stg_actions.done_date is not null and stg_actions.done_date > stg_actions.due_date then 'done_late'
    when stg_actions.done_date is not null then 'done'
    when stg_actions.due_date < ref_report.month_end then 'overdue'
    else 'open'
  end as status,
  cast(date_diff('day', stg_actions.due_date, coalesce(stg_actions.done_date, cast(ref_report.month_end as date))) as integer) as days_late,
  cast(coalesce(wide.events, 0) as double) as events,
  cast(coalesce(wide.other_events, 0) as double) as other_events,
  cast(wide.days as double) as days,
  cast(coalesce(wide.n, 0) as double) as n,
  cast(coalesce(wide.total, 0) as double) as total,
  cast(coalesce(wide.total_sq, 0) as double) as total_sq
from stg_actions
cross join ref_report
left join ref_months on true
left join wide on wide.action_id = stg_actions.action_id and wide.month = ref_months.month
where stg_actions.opened_date is null or stg_actions.opened_date < ref_report.month_end
