-- One row per customer, dimension and member for churn; the tier is the one held when the window began.
-- The type of the contract they had when the records begin, or their first: a later type is known only of who stayed.
with types as (
  select stg_contracts.customer_id, min_by(stg_contracts.contract_type, (coalesce(stg_contracts.start_date, date '0001-01-01'), stg_contracts.contract_id)) as contract_type
  from stg_contracts
  cross join ref_report
  where stg_contracts.contract_type is not null
    and (stg_contracts.end_date is null or stg_contracts.end_date >= ref_report.first_date)
  group by stg_contracts.customer_id
),

-- Where nobody can leave, nobody asks.
leaving as (
  select distinct 1 as one
  from (select customer_id from int_churn_ends union all select customer_id from int_customers_lifetime union all select customer_id from int_churn_losses) as known
),

members as (
  select customer_id, 'all' as dimension, 'all' as member from int_customers_tiered
  union all
  select customer_id, 'tier', start_tier from int_customer_standing where start_tier is not null
  union all
  select customer_id, dimension, member from int_customer_dimensions where dimension <> 'tier'
),

own as (
  select count(*) as members from int_customer_dimensions where dimension = 'contract_type'
)

select members.customer_id, members.dimension, members.member
from members
cross join leaving
union all
select types.customer_id, 'contract_type', types.contract_type
from types
cross join own
where own.members = 0
