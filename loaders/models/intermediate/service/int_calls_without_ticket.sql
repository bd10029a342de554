-- One row per call that names a ticket which the tickets lack. (Counted where the records are.) (Nothing without stg_tickets.)
select
  stg_calls.call_id as call_id,
  stg_calls.customer_id as customer_id,
  stg_calls.ticket_id as ticket_id,
  stg_calls.called_at as called_at,
  stg_calls.called_date as called_date,
  stg_calls.agent as agent,
  stg_calls._file as _file,
  stg_calls._row as _row
from stg_calls
left join stg_tickets on stg_tickets.ticket_id = stg_calls.ticket_id
where stg_calls.ticket_id is not null and stg_tickets.ticket_id is null and exists (select 1 from stg_tickets)
