-- One row per closed complaint of a known customer, 30 days after: the same customer complained of the same cause again within them, or not.
with followed as (
  select
    int_complaint_chains.*,
    lead(created_at) over (partition by customer_id, category order by created_at, ticket_id) as next_at
  from int_complaint_chains
)

select
  followed.ticket_id as record_id,
  cast(followed.ended_at as date) as occurred_date,
  followed.customer_id,
  stg_tickets.brand,
  stg_tickets.channel,
  stg_tickets.handler as agent,
  stg_tickets.responsible_department as team,
  stg_tickets.product,
  stg_tickets.region,
  case when followed.next_at <= followed.ended_at + to_days(30) then 1 else 0 end as score
from followed
inner join stg_tickets on stg_tickets.ticket_id = followed.ticket_id
cross join (select known_until from ref_horizons where entity = 'tickets') as known
where followed.ended_at is not null and followed.ended_at + to_days(30) <= known.known_until
