-- One row per ticket; where it has a status: solved or closed, or still open. (Scored in the scan of all tickets.)
select
  ticket_id as record_id,
  created_date as occurred_date,
  customer_id,
  brand,
  channel,
  handler as agent,
  team,
  product,
  region,
  case when status in ('solved', 'closed') then 1 when status is not null then 0 end as score
from stg_tickets
