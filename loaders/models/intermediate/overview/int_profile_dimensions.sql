-- One row per profile and dimension that has a value.
with profiles as (
  select profile_id, any_value(profile) as profile from int_customer_profiles group by profile_id
),

pairs as (
  select profile_id, unnest(string_split(profile, chr(31))) as pair from profiles
)

select
  profile_id,
  split_part(pair, chr(30), 1) as dimension,
  split_part(pair, chr(30), 2) as member
from pairs
where pair <> ''
