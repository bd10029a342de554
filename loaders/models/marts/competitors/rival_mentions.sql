-- One row per month, rival, dimension and member: records that name the rival.
with members as (
  select month, brand, 'all' as dimension, 'all' as member from int_rival_mentions
  union all
  select month, brand, 'region', region from int_rival_mentions
  union all
  select month, brand, 'tier', tier from int_rival_mentions
  union all
  select month, brand, 'offer', offer from int_rival_mentions
  union all
  select month, brand, 'entity', entity from int_rival_mentions
)

select month, brand, dimension, member, cast(count(*) as integer) as mentions
from members
where month is not null
group by month, brand, dimension, member
