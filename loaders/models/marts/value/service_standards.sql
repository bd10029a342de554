-- One row per tier with a standard: customers, and visits, calls and first replies due and done in the window.
with replies as (
  select
    int_standards_due.tier,
    count(*) as replies_due,
    count(*) filter (where stg_tickets.first_replied_at <= stg_tickets.created_at + to_minutes(cast(ref_standards.reply_hours * 60 as bigint))) as replies_kept
  from stg_tickets
  cross join ref_report
  inner join int_standards_due on int_standards_due.customer_id = stg_tickets.customer_id
  inner join ref_standards on ref_standards.tier = int_standards_due.tier
  where ref_standards.reply_hours is not null
    and (select count(first_replied_at) from stg_tickets) > 0
    and stg_tickets.created_at >= ref_report.window_start
    and stg_tickets.created_at + to_minutes(cast(ref_standards.reply_hours * 60 as bigint)) < ref_report.month_end
  group by int_standards_due.tier
),

known as (
  select
    (select count(*) from stg_visits) > 0 as has_visits,
    (select count(*) from stg_callbacks) + (select count(*) from int_call_days where not is_inbound) > 0 as has_calls
)

select
  int_standards_due.tier,
  cast(count(*) as integer) as customers,
  cast(case when any_value(known.has_visits) then sum(int_standards_due.visits_due) end as integer) as visits_due,
  cast(case when any_value(known.has_visits) then sum(least(int_standards_due.visits, int_standards_due.visits_due)) end as integer) as visits_kept,
  cast(case when any_value(known.has_visits) then sum(int_standards_due.visits) end as integer) as visits,
  cast(case when any_value(known.has_calls) then sum(int_standards_due.calls_due) end as integer) as calls_due,
  cast(case when any_value(known.has_calls) then sum(least(int_standards_due.calls, int_standards_due.calls_due)) end as integer) as calls_kept,
  cast(case when any_value(known.has_calls) then sum(int_standards_due.calls) end as integer) as calls,
  cast(max(replies.replies_due) as integer) as replies_due,
  cast(max(replies.replies_kept) as integer) as replies_kept
from int_standards_due
cross join known
left join replies on replies.tier = int_standards_due.tier
group by int_standards_due.tier
