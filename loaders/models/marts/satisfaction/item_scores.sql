-- One row per survey item, question kind and dimension member in the window.
-- Answers alike in all that is cut by and in what they say are counted once.
with alike as (
  select item, kind, wave, product, profile_id, score, is_satisfied, is_dissatisfied, weight, low, high, count(*) as n
  from int_item_answers
  group by all
),

cut as (
  select 'all' as dimension, 'all' as member, * exclude (wave, product) from alike
  union all
  select 'wave', wave, * exclude (wave, product) from alike where wave is not null
  union all
  select 'product', product, * exclude (wave, product) from alike where product is not null
),

-- A customer counts once: what is to be taken off.
repeated as (
  select item, kind, 'all' as dimension, 'all' as member, max(profile_id) as profile_id, count(*) - 1 as surplus
  from int_item_answers
  where customer_key is not null or stranger is not null
  group by item, kind, customer_key, stranger
  having count(*) > 1
  union all
  select item, kind, 'wave', wave, max(profile_id), count(*) - 1
  from int_item_answers
  where wave is not null and (customer_key is not null or stranger is not null)
  group by item, kind, customer_key, stranger, wave
  having count(*) > 1
  union all
  select item, kind, 'product', product, max(profile_id), count(*) - 1
  from int_item_answers
  where product is not null and (customer_key is not null or stranger is not null)
  group by item, kind, customer_key, stranger, product
  having count(*) > 1
),

counted as (
  select item, kind, dimension, member, profile_id, n, n as customers, n * score as total, n * (score * score) as sum_sq,
    case when is_satisfied then n end as satisfied, case when is_dissatisfied then n end as dissatisfied,
    n * weight as weight, n * (weight * weight) as weight_sq, n * (weight * score) as weighted_total, low, high
  from cut
  union all
  select item, kind, dimension, member, profile_id, null, -sum(surplus), null, null, null, null, null, null, null, null, null
  from repeated
  group by item, kind, dimension, member, profile_id
),

profiles as (
  select
    item,
    kind,
    dimension,
    member,
    profile_id,
    sum(n) as n,
    sum(customers) as customers,
    sum(total) as total,
    sum(sum_sq) as sum_sq,
    coalesce(sum(satisfied), 0) as satisfied,
    coalesce(sum(dissatisfied), 0) as dissatisfied,
    sum(weight) as weight,
    sum(weight_sq) as weight_sq,
    sum(weighted_total) as weighted_total,
    min(low) as low,
    max(high) as high
  from counted
  group by item, kind, dimension, member, profile_id
),

members as (
  select * from profiles
  union all
  select profiles.* replace (int_profile_dimensions.dimension as dimension, int_profile_dimensions.member as member)
  from profiles
  inner join int_profile_dimensions on int_profile_dimensions.profile_id = profiles.profile_id
  where profiles.dimension = 'all'
)

select
  item,
  kind as question,
  dimension,
  member,
  cast(sum(n) as integer) as n,
  cast(sum(customers) as integer) as customers,
  cast(sum(total) as double) as total,
  cast(sum(sum_sq) as double) as sum_sq,
  cast(sum(satisfied) as integer) as satisfied,
  cast(sum(dissatisfied) as integer) as dissatisfied,
  cast(sum(weight) as double) as weight,
  cast(sum(weight_sq) as double) as weight_sq,
  cast(sum(weighted_total) as double) as weighted_total,
  cast(min(low) as double) as scale_min,
  cast(max(high) as double) as scale_max
from members
group by item, kind, dimension, member
