-- One row per contact of a customer in the customer list (of whoever has a number, where there is no list): when the same customer next came about the same cause, and until when the records tell.
with known as (
  select min(known_until) as known_until
  from ref_horizons
  where (entity = 'calls' and (select count(*) from int_call_days) > 0)
    or (entity = 'sessions' and (select count(*) from stg_sessions) > 0)
    or (entity = 'tickets' and (select count(*) from stg_tickets) > 0)
)

select
  int_contacts.*,
  lead(int_contacts.contact_at) over (
    partition by int_contacts.customer_id, coalesce(int_contacts.cause, '') order by int_contacts.contact_at, int_contacts.kind, int_contacts.contact_id
  ) as next_at,
  known.known_until
from int_contacts
cross join known
cross join int_customers_listed
where int_contacts.customer_id is not null
  and (not int_customers_listed.is_listed or int_contacts.customer_id in (select customer_id from stg_customers))
