-- One row per tier and region: customers of the base that answers are weighted to.
with alike as (
  select profile_id, count(*) as customers from int_attitudes group by profile_id
)

select
  coalesce(int_profiles.tier, 'unknown') as tier,
  coalesce(int_profiles.region, 'unknown') as region,
  cast(sum(alike.customers) as integer) as customers
from alike
inner join int_profiles on int_profiles.profile_id = alike.profile_id
group by 1, 2
