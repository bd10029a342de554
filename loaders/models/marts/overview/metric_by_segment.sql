-- One row per metric, period, dimension and member: sums of answers and, where these carry weights, sums with the weights.
with members as (
  -- grouping() numbers its arguments from the right: profile 1, region 2, product 4, team 8, agent 16, channel 32.
  select
    * exclude (cut, profile_id, member),
    case cut when 31 then 'channel' when 47 then 'agent' when 55 then 'team' when 59 then 'product' when 61 then 'region' end as dimension,
    member
  from int_metric_sums
  where cut <> 62 and member is not null
  union all
  select * exclude (cut, profile_id, member), 'all', 'all'
  from int_metric_sums
  where cut = 62
  union all
  select int_metric_sums.* exclude (cut, profile_id, member), int_profile_dimensions.dimension, int_profile_dimensions.member
  from int_metric_sums
  inner join int_profile_dimensions on int_profile_dimensions.profile_id = int_metric_sums.profile_id
  where int_metric_sums.cut = 62
),

summed as (
  select
    metric,
    period,
    dimension,
    member,
    cast(sum(n) as integer) as n,
    cast(sum(total) as double) as total,
    cast(sum(sum_sq) as double) as sum_sq,
    cast(sum(positive) as integer) as positive,
    cast(sum(negative) as integer) as negative,
    cast(sum(customers) as integer) as customers,
    cast(sum(sum_total_sq) as double) as sum_total_sq,
    cast(sum(sum_total_n) as double) as sum_total_n,
    cast(sum(sum_n_sq) as double) as sum_n_sq
  from members
  where dimension = 'all'
    or is_compared
    -- Mix or performance is told apart month by month.
    or (metric = 'csat' and dimension in ('tier', 'channel', 'region'))
  group by metric, period, dimension, member
)

select
  summed.metric,
  summed.period,
  summed.dimension,
  summed.member,
  summed.n,
  coalesce(int_weighted_sums.total, summed.total) as total,
  coalesce(int_weighted_sums.sum_sq, summed.sum_sq) as sum_sq,
  summed.positive,
  summed.negative,
  summed.customers,
  coalesce(int_weighted_sums.sum_total_sq, summed.sum_total_sq) as sum_total_sq,
  coalesce(int_weighted_sums.sum_total_n, summed.sum_total_n) as sum_total_n,
  coalesce(int_weighted_sums.sum_n_sq, summed.sum_n_sq) as sum_n_sq,
  -- With weights only: their sum, those of answers at either end, and the total with each answer counted once.
  int_weighted_sums.times as weight,
  int_weighted_sums.positive as weighted_positive,
  int_weighted_sums.negative as weighted_negative,
  case when int_weighted_sums.times is not null then summed.total end as plain_total
from summed
left join int_weighted_sums on int_weighted_sums.metric = summed.metric
  and int_weighted_sums.period = summed.period
  and int_weighted_sums.dimension = summed.dimension
  and int_weighted_sums.member = summed.member
