-- One row per construct, dimension and member: respondents of the window who rated all its items, and their sums.
with respondents as (
  select
    construct,
    response_id,
    min(customer_id) as customer_id,
    min(segment) as segment,
    max(items) as items,
    min(low) as low,
    max(high) as high,
    sum(score) as total
  from int_construct_answers
  group by construct, response_id
),

described as (
  select respondents.*, int_customer_profiles.profile_id
  from respondents
  left join int_customer_profiles on int_customer_profiles.customer_id = respondents.customer_id
),

cut as (
  select *, 'all' as dimension, 'all' as member from described
  union all
  -- What a questionnaire itself says of who answers, where no customer record does.
  select *, 'segment', segment from described where segment is not null and profile_id is null
  union all
  select described.*, int_profile_dimensions.dimension, int_profile_dimensions.member
  from described
  inner join int_profile_dimensions on int_profile_dimensions.profile_id = described.profile_id
)

select
  construct,
  dimension,
  member,
  cast(max(items) as integer) as items,
  cast(count(*) as integer) as n,
  cast(count(distinct coalesce(customer_id, response_id)) as integer) as customers,
  cast(sum(total) as double) as total,
  cast(sum(total * total) as double) as sum_sq,
  cast(min(low) as double) as scale_min,
  cast(max(high) as double) as scale_max
from cut
group by construct, dimension, member
