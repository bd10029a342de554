-- One row per field of the customer card: on how many cards it is filled.
with cards as (
  select stg_customers.*
  from stg_customers
  cross join ref_report
  -- As in int_customer_files.
  where ref_report.month is not null
    and (stg_customers.joined_date is null or stg_customers.joined_date < ref_report.month_end)
),

counted as (
  select 'phone' as field, count(*) as cards, count(phone_key) as filled from cards
  union all
  select 'email', count(*), count(email_key) from cards
  union all
  select 'owner', count(*), count(owner) from cards
  union all
  select 'customer_type', count(*), count(customer_type) from cards
  union all
  select 'region', count(*), count(region) from cards
  union all
  select 'city', count(*), count(city) from cards
  union all
  -- A household has no trade, nor a post in it.
  select 'industry', count(*), count(industry) from cards where coalesce(customer_type, 'firm') = 'firm'
  union all
  select 'role', count(*), count(role) from cards where coalesce(customer_type, 'firm') = 'firm'
  union all
  select 'acquisition_channel', count(*), count(acquisition_channel) from cards
  union all
  select 'potential_amount', count(*), count(potential_amount) from cards
  union all
  select 'tags', count(*), count(*) filter (where len(tags) > 0) from cards
  union all
  select 'contact_preference', count(*), count(contact_preference) from cards
)

select field, cast(cards as integer) as cards, cast(filled as integer) as filled
from counted
where filled > 0
