-- One row per contact of a customer in the customer list (of whoever has a number, where there is no list): when the same customer next came about the same cause, and until when the records tell.
with known as (
  select min(known_until) as known_until
  from ref_horizons
  where (entity = 'calls' and (select count(*) from stg_calls) > 0)
    or (entity = 'sessions' and (select count(*) from stg_sessions) > 0)
    or (entity = 'tickets' and (select count(*) from stg_tickets) > 0)
),

listed as (
  select *
  from int_contacts
  where customer_id is not null
    and (customer_id in (select customer_id from stg_customers) or (select count(*) from stg_customers) = 0)
),

-- Most come once about a cause, and nothing follows: only the others are put in order.
several as (
  select customer_id as several_customer, coalesce(cause, '') as several_cause
  from listed
  group by customer_id, coalesce(cause, '')
  having count(*) > 1
),

followed as (
  select
    listed.*,
    lead(listed.contact_at) over (
      partition by listed.customer_id, coalesce(listed.cause, '') order by listed.contact_at, listed.kind, listed.contact_id
    ) as next_at
  from listed
  inner join several on several.several_customer = listed.customer_id and several.several_cause = coalesce(listed.cause, '')
  union all
  select listed.*, null
  from listed
  left join several on several.several_customer = listed.customer_id and several.several_cause = coalesce(listed.cause, '')
  where several.several_customer is null
)

select followed.*, known.known_until
from followed
cross join known
