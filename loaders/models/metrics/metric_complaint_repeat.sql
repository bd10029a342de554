-- One row per closed complaint of a known customer, 30 days after: the same customer complained of the same cause again within them, or not.
select
  ticket_id as record_id,
  cast(ended_at as date) as occurred_date,
  customer_id,
  customer_key,
  profile_id,
  brand,
  channel,
  handler as agent,
  responsible_department as team,
  product,
  region,
  case when next_at <= ended_at + to_days(30) then 1 else 0 end as score
from int_complaint_chains
cross join (select known_until from ref_horizons where entity = 'tickets') as known
where ended_at is not null and ended_at + to_days(30) <= known.known_until
