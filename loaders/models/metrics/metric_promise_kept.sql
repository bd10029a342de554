-- One row per promise that has fallen due: solved by the promised time or not.
select
  stg_tickets.ticket_id as record_id,
  cast(stg_tickets.promised_at as date) as occurred_date,
  stg_tickets.customer_id,
  stg_tickets.brand,
  stg_tickets.channel,
  stg_tickets.handler as agent,
  stg_tickets.responsible_department as team,
  stg_tickets.product,
  stg_tickets.region,
  case when coalesce(stg_tickets.solved_at, stg_tickets.closed_at) <= stg_tickets.promised_at then 1 else 0 end as score
from stg_tickets
cross join ref_report
cross join (select known_until from ref_horizons where entity = 'tickets') as known
where stg_tickets.promised_at is not null and stg_tickets.promised_at < least(ref_report.month_end, known.known_until)
