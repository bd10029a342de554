-- One row per contact of a known customer, 30 days after: settled with it, or the customer came again about the same cause by any channel.
select
  kind || ' ' || contact_id as record_id,
  cast(contact_at as date) as occurred_date,
  customer_id,
  customer_key,
  profile_id,
  brand,
  channel,
  agent,
  team,
  product,
  region,
  case when contact_at + to_days(30) > known_until then null when next_at <= contact_at + to_days(30) then 0 else 1 end as score
from int_contacts_followed
where known_until is not null
