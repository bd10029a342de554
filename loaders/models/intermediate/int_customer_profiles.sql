-- One row per customer: the first customer with exactly the same members of every dimension stands for all of them.
with described as (
  select
    customer_id,
    array_to_string(list_sort(list(dimension || '=' || member)), '|') as profile
  from int_customer_dimensions
  group by customer_id
),

profiles as (
  select profile, min(customer_id) as profile_customer_id from described group by profile
)

select
  described.customer_id,
  profiles.profile_customer_id
from described
inner join profiles on profiles.profile = described.profile
