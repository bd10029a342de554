-- One row per customer: a number of its own, and that of its profile; customers alike in every dimension share one. With what else is asked of most.
with own as (
  select customer_id, string_agg(dimension || chr(30) || member, chr(31) order by dimension) as members
  from own_dimensions
  group by customer_id
),

described as (
  select
    int_customers_described.customer_id,
    int_customers_described.tier,
    int_customers_described.region,
    int_customers_described.segment,
    int_customers_described.customer_type,
    int_customers_described.sex,
    int_customers_described.age_band,
    int_customers_described.role,
    int_customers_described.grade,
    int_customers_described.active_from,
    int_customers_described.active_to,
    int_customers_described.revenue,
    int_customers_described.measured,
    own.members
  from int_customers_described
  left join own on own.customer_id = int_customers_described.customer_id
),

profiles as (
  select *, row_number() over (order by tier, region, segment, customer_type, sex, age_band, role, members) as profile_id
  from (select distinct tier, region, segment, customer_type, sex, age_band, role, members from described) as alike
)

select
  described.customer_id,
  cast(row_number() over () as integer) as customer_key,
  cast(profiles.profile_id as integer) as profile_id,
  described.grade,
  described.active_from,
  described.active_to,
  described.revenue,
  described.measured
from described
inner join profiles on profiles.tier is not distinct from described.tier
  and profiles.region is not distinct from described.region
  and profiles.segment is not distinct from described.segment
  and profiles.customer_type is not distinct from described.customer_type
  and profiles.sex is not distinct from described.sex
  and profiles.age_band is not distinct from described.age_band
  and profiles.role is not distinct from described.role
  and profiles.members is not distinct from described.members
