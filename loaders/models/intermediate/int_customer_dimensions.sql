-- One row per customer and dimension that has a value.
with named as (
  select customer_id, 'tier' as dimension, tier as member from int_customers_tiered
  union all
  select customer_id, 'region', region from stg_customers
  union all
  select customer_id, 'segment', segment from stg_customers
  union all
  select customer_id, 'customer_type', customer_type from stg_customers
  union all
  select customer_id, 'sex', sex from stg_customers
  union all
  select customer_id, 'age_band', age_band from stg_customers
  union all
  select customer_id, 'role', role from stg_customers
  union all
  select customer_id, dimension, member from own_dimensions
)

select customer_id, dimension, member
from named
where member is not null
