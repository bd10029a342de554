-- One row per contact: an answered inbound call, a chat session that a person replied to, or a ticket that came in another way, with whose it was and what it was about.
with linked as (
  select call_id, max(category) as category
  from (
    select contact_id as call_id, category from stg_tickets where contact_id is not null
    union all
    select stg_calls.call_id, stg_tickets.category
    from stg_calls
    inner join stg_tickets on stg_tickets.ticket_id = stg_calls.ticket_id
    union all
    select stg_sessions.session_id, stg_tickets.category
    from stg_sessions
    inner join stg_tickets on stg_tickets.ticket_id = stg_sessions.ticket_id
  ) as links
  group by call_id
),

called as (
  select contact_id as ticket_contact, ticket_id from stg_tickets
  where contact_id in (select call_id from int_calls_named union all select session_id from stg_sessions)
  union
  select null, ticket_id from int_tickets_called
  union
  select session_id, ticket_id from stg_sessions where ticket_id is not null
)

select
  stg_calls.call_id as contact_id,
  'call' as kind,
  stg_calls.customer_id,
  stg_calls.called_at as contact_at,
  coalesce(linked.category, stg_calls.topic) as cause,
  cast(null as varchar) as brand,
  stg_calls.queue as channel,
  stg_calls.agent,
  stg_calls.queue as team,
  stg_calls.topic as product,
  stg_calls.region
from stg_calls
left join linked on linked.call_id = stg_calls.call_id
where stg_calls.is_inbound and stg_calls.is_answered and stg_calls.called_at is not null
union all
select
  stg_sessions.session_id,
  'session',
  stg_sessions.customer_id,
  stg_sessions.entered_at,
  coalesce(linked.category, stg_sessions.topic),
  cast(null as varchar),
  coalesce(stg_sessions.channel, stg_sessions.queue),
  stg_sessions.agent,
  stg_sessions.queue,
  stg_sessions.topic,
  stg_sessions.region
from stg_sessions
left join linked on linked.call_id = stg_sessions.session_id
where not stg_sessions.is_bot and stg_sessions.is_answered and stg_sessions.entered_at is not null
union all
select
  stg_tickets.ticket_id,
  'ticket',
  stg_tickets.customer_id,
  stg_tickets.created_at,
  stg_tickets.category,
  stg_tickets.brand,
  stg_tickets.channel,
  stg_tickets.handler,
  stg_tickets.team,
  stg_tickets.product,
  stg_tickets.region
from stg_tickets
where stg_tickets.created_at is not null and stg_tickets.ticket_id not in (select ticket_id from called)
