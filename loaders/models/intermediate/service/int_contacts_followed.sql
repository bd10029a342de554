-- One row per contact of a customer in the customer list (of whoever has a number, where there is no list): whose it is by number, when the same customer next came about the same cause, and until when the records tell. (Read where the records are, as int_contacts_followed_there.)
with known as (
  select min(known_until) as known_until
  from ref_horizons
  where (entity = 'calls' and (select count(*) from int_call_days) > 0)
    or (entity = 'sessions' and (select count(*) from stg_sessions) > 0)
    or (entity = 'tickets' and (select count(*) from stg_tickets) > 0)
),

-- Few come twice about one cause: only their contacts, found by one number for both, are put in order.
several as (
  select hash(customer_id, coalesce(cause, '')) as mark from int_contacts where customer_id is not null group by 1 having count(*) > 1
),

marked as (
  select int_contacts.*, several.mark is not null as is_repeated
  from int_contacts
  left join several on several.mark = hash(int_contacts.customer_id, coalesce(int_contacts.cause, ''))
  where int_contacts.customer_id is not null
),

followed as (
  select
    kind, contact_id, customer_id, contact_at, brand, channel, agent, team, product, region,
    lead(contact_at) over (partition by customer_id, coalesce(cause, '') order by contact_at, kind, contact_id) as next_at
  from marked
  where is_repeated
  union all
  select kind, contact_id, customer_id, contact_at, brand, channel, agent, team, product, region, null
  from marked
  where not is_repeated
)

select
  followed.kind, followed.contact_id, followed.customer_id, customers.customer_key, customers.profile_id, followed.contact_at,
  followed.brand, followed.channel, followed.agent, followed.team, followed.product, followed.region, followed.next_at, known.known_until
from followed
cross join known
cross join int_customers_listed
left join (select customer_id, customer_key, profile_id from int_customer_profiles where customer_key > 0) as customers on customers.customer_id = followed.customer_id
where not int_customers_listed.is_listed or customers.customer_key is not null
