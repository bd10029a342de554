-- One row per metric, period, customer with several records there, and cut (all of them, or those of one channel, agent …).
with repeated as (
  select metric, period, cluster_id
  from int_metric_periods
  group by metric, period, cluster_id
  having count(*) > 1
),

records as (
  select int_metric_periods.*
  from int_metric_periods
  inner join repeated on repeated.metric = int_metric_periods.metric
    and repeated.period = int_metric_periods.period
    and repeated.cluster_id = int_metric_periods.cluster_id
)

select
  metric,
  period,
  is_compared,
  cluster_id,
  max(profile_id) as profile_id,
  grouping(channel, agent, team, product, region) as cut,
  coalesce(channel, agent, team, product, region) as member,
  count(*) as n,
  cast(sum(score) as decimal(18, 4)) as total,
  sum(score * score) as sum_sq
from records
group by grouping sets (
  (metric, period, is_compared, cluster_id),
  (metric, period, is_compared, cluster_id, channel),
  (metric, period, is_compared, cluster_id, agent),
  (metric, period, is_compared, cluster_id, team),
  (metric, period, is_compared, cluster_id, product),
  (metric, period, is_compared, cluster_id, region)
)
having count(*) > 1
