-- One row per field of the customer card: on how many cards it is filled.
with cards as (
  select stg_customers.*, coalesce(stg_customers.customer_type, 'firm') = 'firm' as is_firm
  from stg_customers
  cross join ref_report
  -- As in int_customer_files.
  where ref_report.month is not null
    and (stg_customers.joined_date is null or stg_customers.joined_date < ref_report.month_end)
),

-- A household has no trade, nor a post in it.
counted as (
  select
    unnest(['phone', 'email', 'owner', 'customer_type', 'region', 'city', 'industry', 'role', 'acquisition_channel', 'potential_amount', 'tags', 'contact_preference']) as field,
    unnest([count(*), count(*), count(*), count(*), count(*), count(*), count(*) filter (where is_firm), count(*) filter (where is_firm), count(*), count(*), count(*), count(*)]) as cards,
    unnest([
      count(phone_key), count(email_key), count(owner), count(customer_type), count(region), count(city),
      count(industry) filter (where is_firm), count(role) filter (where is_firm),
      count(acquisition_channel), count(potential_amount), count(*) filter (where len(tags) > 0), count(contact_preference)
    ]) as filled
  from cards
)

select field, cast(cards as integer) as cards, cast(filled as integer) as filled
from counted
where filled > 0
