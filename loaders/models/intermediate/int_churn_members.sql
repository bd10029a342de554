-- One row per customer, dimension and member for churn; the tier is the one held when the window began.
with types as (
  select customer_id, max_by(contract_type, start_date) as contract_type
  from stg_contracts
  where contract_type is not null
  group by customer_id
),

own as (
  select count(*) as members from int_customer_dimensions where dimension = 'contract_type'
)

select customer_id, 'all' as dimension, 'all' as member from int_customers_tiered
union all
select customer_id, 'tier', start_tier from int_customer_standing where start_tier is not null
union all
select customer_id, dimension, member from int_customer_dimensions where dimension <> 'tier'
union all
select types.customer_id, 'contract_type', types.contract_type
from types
cross join own
where own.members = 0
