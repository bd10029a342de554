-- One row per report: sessions that the bot served in the window, and whether the visitor was handed over, came again within 24 hours, or calls it solved.
with served as (
  select
    stg_sessions.session_id,
    stg_sessions.customer_id,
    stg_sessions.is_handed_over,
    stg_sessions.is_resolved,
    int_bot_returns.session_id is not null as came_again
  from stg_sessions
  left join int_bot_returns on int_bot_returns.session_id = stg_sessions.session_id
  cross join ref_report
  where stg_sessions.is_bot
    and stg_sessions.entered_date >= ref_report.window_start
    and stg_sessions.entered_date < ref_report.month_end
)

select
  cast(count(*) as integer) as sessions,
  cast(count(customer_id) as integer) as known_visitors,
  cast(case when count(is_handed_over) > 0 then count(*) filter (where is_handed_over) end as integer) as handed_over,
  cast(count(*) filter (where came_again and not coalesce(is_handed_over, false)) as integer) as came_again,
  cast(count(*) filter (where not coalesce(is_handed_over, false) and not came_again) as integer) as solved,
  cast(count(is_resolved) as integer) as judged,
  cast(count(*) filter (where is_resolved) as integer) as called_solved
from served
having count(*) > 0
