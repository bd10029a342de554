-- One row per customer: the number of its profile; customers alike in every dimension share one.
with own as (
  select customer_id, string_agg(dimension || chr(30) || member, chr(31) order by dimension) as members
  from own_dimensions
  group by customer_id
),

described as (
  select
    stg_customers.customer_id,
    -- Dimension and member are kept apart by chr(30), pairs by chr(31): characters that no export holds.
    coalesce('tier' || chr(30) || int_customers_tiered.tier || chr(31), '')
    || coalesce('region' || chr(30) || stg_customers.region || chr(31), '')
    || coalesce('segment' || chr(30) || stg_customers.segment || chr(31), '')
    || coalesce('customer_type' || chr(30) || stg_customers.customer_type || chr(31), '')
    || coalesce('sex' || chr(30) || stg_customers.sex || chr(31), '')
    || coalesce('age_band' || chr(30) || stg_customers.age_band || chr(31), '')
    || coalesce('role' || chr(30) || stg_customers.role || chr(31), '')
    || coalesce(own.members, '') as profile
  from stg_customers
  left join int_customers_tiered on int_customers_tiered.customer_id = stg_customers.customer_id
  left join own on own.customer_id = stg_customers.customer_id
),

profiles as (
  select profile, row_number() over (order by profile) as profile_id
  from (select distinct profile from described) as distinct_profiles
)

select
  described.customer_id,
  cast(profiles.profile_id as integer) as profile_id,
  profiles.profile
from described
inner join profiles on profiles.profile = described.profile
