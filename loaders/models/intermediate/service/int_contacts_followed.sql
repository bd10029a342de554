-- One row per contact of a customer in the customer list (of whoever has a number, where there is no list): when the same customer next came about the same cause, and until when the records tell.
with known as (
  select min(known_until) as known_until
  from ref_horizons
  where (entity = 'calls' and (select count(*) from stg_calls) > 0)
    or (entity = 'sessions' and (select count(*) from stg_sessions) > 0)
    or (entity = 'tickets' and (select count(*) from stg_tickets) > 0)
),

contacts as (
  select int_contacts.*
  from int_contacts
  where int_contacts.customer_id is not null
    and (int_contacts.customer_id in (select customer_id from stg_customers) or (select count(*) from stg_customers) = 0)
),

-- Only who came more than once about a cause has a next time.
repeated as (
  select customer_id, coalesce(cause, '') as cause
  from contacts
  group by customer_id, coalesce(cause, '')
  having count(*) > 1
),

followed as (
  select
    contacts.contact_id,
    lead(contacts.contact_at) over (
      partition by contacts.customer_id, coalesce(contacts.cause, '') order by contacts.contact_at, contacts.contact_id
    ) as next_at
  from contacts
  inner join repeated on repeated.customer_id = contacts.customer_id and repeated.cause = coalesce(contacts.cause, '')
)

select contacts.*, followed.next_at, known.known_until
from contacts
cross join known
left join followed on followed.contact_id = contacts.contact_id
