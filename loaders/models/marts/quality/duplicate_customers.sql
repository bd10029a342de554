-- One row per customer that seems to be entered twice, with all the evidence: the 1,000 best supported.
with grouped as (
  select
    min(group_id) over (partition by customer_id) as group_id,
    evidence,
    customers,
    customer_id,
    customer_name,
    phone,
    joined_date,
    file,
    "row"
  from int_duplicate_customers
)

select
  group_id,
  customer_id,
  max(case when evidence = 'phone' then 1 else 0 end) = 1 as same_phone,
  max(case when evidence = 'name' then 1 else 0 end) = 1 as same_name,
  max(case when evidence = 'email' then 1 else 0 end) = 1 as same_email,
  max(case when evidence = 'id_card' then 1 else 0 end) = 1 as same_id_card,
  cast(max(customers) as integer) as customers,
  max(customer_name) as customer_name,
  max(phone) as phone,
  strftime(max(joined_date), '%Y-%m-%d') as joined_date,
  coalesce(max(file), '') as file,
  cast(coalesce(max("row"), 0) as integer) as "row"
from grouped
group by group_id, customer_id
qualify row_number() over (
  order by
    max(case evidence when 'id_card' then 0 when 'phone' then 1 when 'email' then 2 else 3 end), group_id, customer_id
) <= 1000
