-- One row per callback on a ticket; where both names are known: made by somebody else than its handler or not. (Scored in the scan of all callbacks.)
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
  case when stg_callbacks.caller <> stg_tickets.handler then 1 when stg_callbacks.caller = stg_tickets.handler then 0 end as score
from stg_callbacks
inner join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
