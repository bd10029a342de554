-- One row per ticket with a status: solved or closed, or still open.
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
  case when status in ('solved', 'closed') then 1 else 0 end as score
from stg_tickets
where status is not null
