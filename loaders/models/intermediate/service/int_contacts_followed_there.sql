-- One row per contact that int_contacts_followed tells of: the same from one look at each. (A view: read where the records are.)
with known as (
  select min(known_until) as known_until
  from ref_horizons
  where (entity = 'calls' and (select count(*) from int_call_days) > 0)
    or (entity = 'sessions' and (select count(*) from stg_sessions) > 0)
    or (entity = 'tickets' and (select count(*) from stg_tickets) > 0)
)

select
  int_contacts.kind as kind,
  int_contacts.contact_id as contact_id,
  int_contacts.customer_id as customer_id,
  customers.customer_key as customer_key,
  customers.profile_id as profile_id,
  int_contacts.contact_at as contact_at,
  int_contacts.brand as brand,
  int_contacts.channel as channel,
  int_contacts.agent as agent,
  int_contacts.team as team,
  int_contacts.product as product,
  int_contacts.region as region,
  lead(int_contacts.contact_at) over (
    partition by int_contacts.customer_id, coalesce(int_contacts.cause, '') order by int_contacts.contact_at, int_contacts.kind, int_contacts.contact_id
  ) as next_at,
  known.known_until as known_until
from int_contacts
cross join known
cross join int_customers_listed
left join int_customer_profiles as customers on customers.customer_id = int_contacts.customer_id
where int_contacts.customer_id is not null
  and (not int_customers_listed.is_listed or customers.customer_key is not null)
