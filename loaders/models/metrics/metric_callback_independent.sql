-- One row per callback on a ticket with a known handler: made by somebody else or not.
select
  stg_callbacks.callback_id as record_id,
  stg_callbacks.called_date as occurred_date,
  stg_callbacks.customer_id,
  stg_tickets.brand,
  stg_tickets.channel,
  stg_tickets.handler as agent,
  stg_tickets.team,
  stg_tickets.product,
  stg_tickets.region,
  case when stg_callbacks.caller <> stg_tickets.handler then 1 else 0 end as score
from stg_callbacks
inner join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
where stg_callbacks.caller is not null and stg_tickets.handler is not null
