-- One row per profile and dimension that has a value.
with pairs as (
  select profile_id, 'tier' as dimension, tier as member from int_profiles
  union all
  select profile_id, 'region', region from int_profiles
  union all
  select profile_id, 'segment', segment from int_profiles
  union all
  select profile_id, 'customer_type', customer_type from int_profiles
  union all
  select profile_id, 'sex', sex from int_profiles
  union all
  select profile_id, 'age_band', age_band from int_profiles
  union all
  select profile_id, 'role', role from int_profiles
  union all
  select int_profiles.profile_id, own_dimensions.dimension, own_dimensions.member
  from int_profiles
  inner join own_dimensions on own_dimensions.customer_id = int_profiles.sample_id
)

select profile_id, dimension, member
from pairs
where member is not null
