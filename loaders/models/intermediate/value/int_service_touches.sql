-- One row per contact or care of a known customer: its day, kind, the minutes it took and what it cost besides. (A view: summed at once.)
select
  customer_id,
  called_date as touch_date,
  'call' as kind,
  coalesce(direction, 'inbound') = 'outbound' as is_ours,
  coalesce(talk_seconds, 0) / 60.0 as minutes,
  0 as cost
from stg_calls
where customer_id is not null and coalesce(is_answered, true)

union all

-- An agent holds several sessions at once: its length is not the time it took.
select stg_sessions.customer_id, stg_sessions.entered_date, 'session', false, ref_value.session_minutes, 0
from stg_sessions
cross join ref_value
where stg_sessions.customer_id is not null and not stg_sessions.is_bot and stg_sessions.is_answered

union all

-- What a call opened is a contact already; it takes its time all the same.
select
  stg_tickets.customer_id,
  stg_tickets.created_date,
  case when stg_tickets.contact_id is null then 'ticket' else 'work' end,
  false,
  ref_value.ticket_minutes,
  0
from stg_tickets
cross join ref_value
where stg_tickets.customer_id is not null

union all

select stg_callbacks.customer_id, cast(stg_callbacks.called_at as date), 'callback', true, ref_value.callback_minutes, 0
from stg_callbacks
cross join ref_value
where stg_callbacks.customer_id is not null and stg_callbacks.outcome = 'reached'

union all

select customer_id, visited_date, 'visit', true, coalesce(minutes, 0), coalesce(cost, 0)
from stg_visits
where customer_id is not null and visited_date is not null

union all

select customer_id, acted_date, 'care', true, 0, coalesce(cost, 0)
from stg_care_actions
where customer_id is not null and acted_date is not null
