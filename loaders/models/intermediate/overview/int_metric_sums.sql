-- One row per metric, period, profile and cut: sums over records, and what customers with several records add to them. (Counted where the records are.)
with alike as (
  -- Records alike in all that is cut by are counted once for all cuts.
  select
    metric,
    period,
    is_compared,
    profile_id,
    channel,
    agent,
    team,
    product,
    region,
    count(*) as n,
    sum(score) as total,
    sum(score * score) as sum_sq,
    count(*) filter (where score > 0) as positive,
    count(*) filter (where score < 0) as negative
  from int_metric_periods
  group by all
),

records as (
  select
    metric,
    period,
    is_compared,
    profile_id,
    grouping(channel, agent, team, product, region, profile_id) as cut,
    coalesce(channel, agent, team, product, region) as member,
    sum(n) as n,
    sum(total) as total,
    sum(sum_sq) as sum_sq,
    sum(positive) as positive,
    sum(negative) as negative
  from alike
  group by grouping sets (
    (metric, period, is_compared, profile_id),
    (metric, period, is_compared, channel),
    (metric, period, is_compared, agent),
    (metric, period, is_compared, team),
    (metric, period, is_compared, product),
    (metric, period, is_compared, region)
  )
),

repeats as (
  select
    metric,
    period,
    profile_id,
    cut,
    member,
    sum(n - 1) as n,
    sum(total * total - sum_sq) as total_sq,
    sum(total * n - total) as total_n,
    sum(n * n - n) as n_sq
  from int_metric_repeats
  group by metric, period, profile_id, cut, member
)

select
  records.*,
  records.n - coalesce(repeats.n, 0) as customers,
  records.sum_sq + coalesce(repeats.total_sq, 0) as sum_total_sq,
  records.total + coalesce(repeats.total_n, 0) as sum_total_n,
  records.n + coalesce(repeats.n_sq, 0) as sum_n_sq
from records
left join repeats on repeats.metric = records.metric
  and repeats.period = records.period
  and repeats.cut = records.cut
  and repeats.profile_id is not distinct from records.profile_id
  and repeats.member is not distinct from records.member
