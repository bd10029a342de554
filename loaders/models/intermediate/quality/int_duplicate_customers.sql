-- One row per customer that seems to be entered twice, and kind of evidence; nothing is merged.
with keyed as (
  select customer_id, 'phone' as evidence, phone_key as evidence_key from stg_customers where phone_key is not null
  union all
  select customer_id, 'email', email_key from stg_customers where email_key is not null
  union all
  select customer_id, 'id_card', id_card_key from stg_customers where id_card_key is not null
  union all
  -- Weak evidence: firms of one name in one city, people of one name, city and age.
  select
    customer_id,
    'name',
    name_key || coalesce(city, region, '')
      || case when coalesce(customer_type = 'firm', is_firm_name(customer_name)) then '' else coalesce(cast(age as varchar), customer_id) end
  from stg_customers
  where name_key is not null
),

shared as (
  select evidence, evidence_key, min(customer_id) as group_id, count(*) as customers
  from keyed
  where evidence_key is not null
  group by evidence, evidence_key
  having count(*) > 1
)

select
  shared.group_id,
  shared.evidence,
  shared.customers,
  stg_customers.customer_id,
  stg_customers.customer_name,
  stg_customers.phone,
  stg_customers.joined_date,
  stg_customers._file as file,
  stg_customers._row as "row"
from shared
inner join keyed on keyed.evidence = shared.evidence and keyed.evidence_key = shared.evidence_key
inner join stg_customers on stg_customers.customer_id = keyed.customer_id
