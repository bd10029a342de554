-- One row per ticket whose service level is judged: met or breached.
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
  case when is_sla_met then 1 else 0 end as score
from stg_tickets
where is_sla_met is not null
