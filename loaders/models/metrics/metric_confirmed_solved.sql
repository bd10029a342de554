-- One row per callback on a ticket; where it reached the customer and has an answer: confirmed as solved or not, whatever the handler says. (Scored in the scan of all callbacks.)
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
  case
    when stg_callbacks.outcome = 'reached' and stg_callbacks.is_confirmed_solved then 1
    when stg_callbacks.outcome = 'reached' and not stg_callbacks.is_confirmed_solved then 0
  end as score
from stg_callbacks
inner join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
