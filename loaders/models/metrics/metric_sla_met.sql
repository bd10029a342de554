-- One row per ticket; where its service level is judged: met or breached. (Scored in the scan of all tickets.)
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
  case when is_sla_met then 1 when not is_sla_met then 0 end as score
from stg_tickets
