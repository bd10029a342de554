-- One row per chat session of the window that asked for a person: replied or not, after how long, and how many its agent held at once.
with steps as (
  select session_id, agent, entered_at as moment, 1 as step from stg_sessions where agent is not null and not is_bot and ended_at is not null
  union all
  select session_id, agent, ended_at, -1 from stg_sessions where agent is not null and not is_bot and ended_at is not null
),

held as (
  select
    session_id,
    step,
    sum(step) over (partition by agent order by moment, step, session_id rows unbounded preceding) as at_once
  from steps
)

select
  stg_sessions.session_id,
  stg_sessions.entered_at,
  stg_sessions.entered_date,
  stg_sessions.queue,
  stg_sessions.is_answered,
  case when stg_sessions.is_answered then stg_sessions.reply_seconds end as reply_seconds,
  stg_sessions.average_reply_seconds,
  date_diff('second', stg_sessions.entered_at, stg_sessions.ended_at) as length_seconds,
  stg_sessions.rounds,
  stg_sessions.customer_messages + stg_sessions.agent_messages as messages,
  stg_sessions.transfers,
  coalesce(stg_sessions.end_reason, 'unknown') as end_reason,
  coalesce(stg_sessions.is_invited, false) as is_invited,
  coalesce(stg_sessions.is_rated, false) as is_rated,
  coalesce(stg_sessions.is_answered and stg_sessions.reply_seconds <= ref_report.first_reply_seconds, false) as is_within,
  not stg_sessions.is_answered
    and coalesce(date_diff('second', stg_sessions.entered_at, stg_sessions.ended_at) <= ref_report.short_abandon_seconds, false) as is_short,
  held.at_once
from stg_sessions
cross join ref_report
left join held on held.session_id = stg_sessions.session_id and held.step = 1
where not stg_sessions.is_bot
  and stg_sessions.entered_date >= ref_report.window_start
  and stg_sessions.entered_date < ref_report.month_end
