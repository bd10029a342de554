-- One row per record of one source that names a record of another, and whether the other has it.
with call_ids as (
  select distinct call_id from stg_calls
),

ticket_ids as (
  select distinct ticket_id from stg_tickets
),

-- A month whose other export was not sent, or in part, cannot have the records it names.
unknown as (
  select metric, month from metric_months where metric in ('calls', 'tickets') and state in ('missing', 'partial')
)

select
  'calls' as source,
  'tickets_with_call' as code,
  month_of(stg_tickets.created_date) as month,
  stg_tickets.ticket_id as record_id,
  stg_tickets.customer_id,
  stg_tickets.created_at as occurred_at,
  stg_tickets.handler as recorded_by,
  stg_tickets._file as file,
  stg_tickets._row as "row",
  call_ids.call_id is not null as is_found
from stg_tickets
left join call_ids on call_ids.call_id = stg_tickets.contact_id
-- Messages are in no call list; without a channel every contact might be a call.
where stg_tickets.contact_id is not null
  and coalesce(stg_tickets.channel, 'phone') = 'phone'
  and stg_tickets.created_date is not null
  and exists (select 1 from call_ids)
  and stg_tickets.created_month not in (select month from unknown where metric = 'calls')
union all
select
  'tickets',
  'calls_with_ticket',
  month_of(stg_calls.called_date),
  stg_calls.call_id,
  stg_calls.customer_id,
  stg_calls.called_at,
  stg_calls.agent,
  stg_calls._file,
  stg_calls._row,
  ticket_ids.ticket_id is not null
from stg_calls
left join ticket_ids on ticket_ids.ticket_id = stg_calls.ticket_id
where stg_calls.ticket_id is not null
  and stg_calls.called_date is not null
  and exists (select 1 from ticket_ids)
  and month_of(stg_calls.called_date) not in (select month from unknown where metric = 'tickets')
