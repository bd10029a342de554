-- One row per action and month: its metric before and after, with what the action is about.
with wide as (
  select
    action_id,
    month,
    coalesce(sum(amount) filter (where part = 'events'), 0) as events,
    coalesce(sum(amount) filter (where part = 'other_events'), 0) as other_events,
    sum(amount) filter (where part = 'customer_months') as customer_months,
    coalesce(sum(amount) filter (where part = 'n'), 0) as n,
    coalesce(sum(amount) filter (where part = 'total'), 0) as total,
    coalesce(sum(amount) filter (where part = 'total_sq'), 0) as total_sq
  from int_action_counts
  group by action_id, month
)

select
  int_actions.action_id,
  coalesce(ref_months.month, '') as month,
  int_actions.cause,
  int_actions.department,
  int_actions.owner,
  cast(int_actions.opened_date as varchar) as opened_date,
  cast(int_actions.due_date as varchar) as due_date,
  cast(int_actions.done_date as varchar) as done_date,
  month_of(int_actions.done_date) as done_month,
  int_actions.metric,
  int_actions.category,
  int_actions.region,
  int_actions.note,
  int_actions.is_decision,
  int_actions.status,
  int_actions.days_late,
  cast(coalesce(wide.events, 0) as double) as events,
  cast(coalesce(wide.other_events, 0) as double) as other_events,
  cast(wide.customer_months as double) as customer_months,
  cast(coalesce(wide.n, 0) as double) as n,
  cast(coalesce(wide.total, 0) as double) as total,
  cast(coalesce(wide.total_sq, 0) as double) as total_sq
from int_actions
left join ref_months on true
left join wide on wide.action_id = int_actions.action_id and wide.month = ref_months.month
