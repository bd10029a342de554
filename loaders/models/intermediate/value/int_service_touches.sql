-- One row per contact or care of a known customer: its day, kind, the seconds it took and what it cost besides. (A view: summed at once.)
with counted as (
  select call_id as contact_id, ticket_id
  from stg_calls
  where customer_id is not null and coalesce(is_answered, true)
  union all
  select session_id, ticket_id
  from stg_sessions
  where customer_id is not null and not is_bot and is_answered
),

-- What such a contact opened is no second one.
opened as (
  select tickets.ticket_id as ticket_id
  from counted
  inner join stg_tickets as tickets on tickets.contact_id = counted.contact_id
  union
  select ticket_id from counted where ticket_id is not null
)

select
  customer_id,
  called_date as touch_date,
  'call' as kind,
  coalesce(direction, 'inbound') = 'outbound' as is_ours,
  cast(coalesce(talk_seconds, 0) as decimal(18, 4)) as seconds,
  cast(0 as decimal(18, 4)) as cost
from stg_calls
where customer_id is not null and coalesce(is_answered, true)

union all

-- An agent holds several sessions at once: its length is not the time it took.
select stg_sessions.customer_id, stg_sessions.entered_date, 'session', false, cast(ref_value.session_minutes * 60 as decimal(18, 4)), cast(0 as decimal(18, 4))
from stg_sessions
cross join ref_value
where stg_sessions.customer_id is not null and not stg_sessions.is_bot and stg_sessions.is_answered

union all

-- Every other ticket is a contact of its own: by e-mail, in a chat, or of a call that nobody recorded. All take their time.
select
  stg_tickets.customer_id,
  stg_tickets.created_date,
  case when stg_tickets.ticket_id in (select ticket_id from opened) then 'work' else 'ticket' end,
  false,
  cast(ref_value.ticket_minutes * 60 as decimal(18, 4)),
  cast(0 as decimal(18, 4))
from stg_tickets
cross join ref_value
where stg_tickets.customer_id is not null

union all

select stg_callbacks.customer_id, cast(stg_callbacks.called_at as date), 'callback', true, cast(ref_value.callback_minutes * 60 as decimal(18, 4)), cast(0 as decimal(18, 4))
from stg_callbacks
cross join ref_value
where stg_callbacks.customer_id is not null and stg_callbacks.outcome = 'reached'

union all

select customer_id, visited_date, 'visit', true, cast(coalesce(minutes, 0) * 60 as decimal(18, 4)), cast(coalesce(cost, 0) as decimal(18, 4))
from stg_visits
where customer_id is not null and visited_date is not null

union all

select customer_id, acted_date, 'care', true, cast(0 as decimal(18, 4)), cast(coalesce(cost, 0) as decimal(18, 4))
from stg_care_actions
where customer_id is not null and acted_date is not null
