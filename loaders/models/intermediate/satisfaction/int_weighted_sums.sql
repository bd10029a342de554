-- One row per metric whose answers carry weights, period, dimension and member: the sums of `metric_by_segment`, each answer counting as often as its weight says. `fsum` carries what adding rounds away: doubles in any order give the same sum. (Here alone: no call has a weight.)
with weighted as (
  select distinct score_places.metric
  from score_places
  where score_places.family in (select family from int_score_records where weight is not null)
),

answers as (
  select *, cast(coalesce(weight, 1) as double) as times, cast(score as double) as points
  from int_metric_periods
  where metric in (select metric from weighted)
),

cut as (
  select metric, period, 'all' as dimension, 'all' as member, customer_key, stranger, times, points from answers
  union all
  select metric, period, 'channel', channel, customer_key, stranger, times, points from answers where channel is not null
  union all
  select metric, period, 'agent', agent, customer_key, stranger, times, points from answers where agent is not null
  union all
  select metric, period, 'team', team, customer_key, stranger, times, points from answers where team is not null
  union all
  select metric, period, 'product', product, customer_key, stranger, times, points from answers where product is not null
  union all
  select metric, period, 'region', region, customer_key, stranger, times, points from answers where region is not null
  union all
  select answers.metric, answers.period, int_profile_dimensions.dimension, int_profile_dimensions.member, answers.customer_key, answers.stranger, answers.times, answers.points
  from answers
  inner join int_profile_dimensions on int_profile_dimensions.profile_id = answers.profile_id
),

-- An answer without a customer is its own cluster.
clusters as (
  select
    metric,
    period,
    dimension,
    member,
    fsum(times) as times,
    fsum(times * points) as total,
    fsum(times * points * points) as sum_sq,
    fsum(case when points > 0 then times else 0 end) as positive,
    fsum(case when points < 0 then times else 0 end) as negative
  from cut
  where customer_key is not null or stranger is not null
  group by metric, period, dimension, member, customer_key, stranger
  union all
  select
    metric,
    period,
    dimension,
    member,
    times,
    times * points,
    times * points * points,
    case when points > 0 then times else 0 end,
    case when points < 0 then times else 0 end
  from cut
  where customer_key is null and stranger is null
)

select
  metric,
  period,
  dimension,
  member,
  fsum(times) as times,
  fsum(total) as total,
  fsum(sum_sq) as sum_sq,
  fsum(positive) as positive,
  fsum(negative) as negative,
  fsum(total * total) as sum_total_sq,
  fsum(total * times) as sum_total_n,
  fsum(times * times) as sum_n_sq
from clusters
group by metric, period, dimension, member
