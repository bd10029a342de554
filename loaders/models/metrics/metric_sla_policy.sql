-- One row per ticket and clock that rules/sla.yaml judges: met or breached; open and late is breached.
select
  int_sla_judged.ticket_id || ' ' || int_sla_judged.clock as record_id,
  stg_tickets.created_date as occurred_date,
  stg_tickets.customer_id,
  stg_tickets.brand,
  stg_tickets.channel,
  stg_tickets.handler as agent,
  stg_tickets.team,
  stg_tickets.product,
  stg_tickets.region,
  case when int_sla_judged.outcome = 'met' then 1 else 0 end as score
from int_sla_judged
inner join stg_tickets on stg_tickets.ticket_id = int_sla_judged.ticket_id
where int_sla_judged.outcome <> 'open'
