-- One row per metric, period, dimension, member and customer: the sums that give mean and variance.
with periods as (
  select metric, month as period, dimension, member, cluster_id, score
  from int_metric_members
  where month is not null
    and (
      dimension = 'all'
      or month in (select month from ref_months where is_compared)
      -- Mix or performance is told apart month by month.
      or (metric = 'csat' and dimension in ('tier', 'channel', 'region'))
    )
  union all
  select metric, 'window', dimension, member, cluster_id, score
  from int_metric_members
  where is_in_window
)

select
  metric,
  period,
  dimension,
  member,
  cluster_id,
  count(*) as n,
  cast(sum(score) as decimal(18, 4)) as total,
  sum(cast(score as decimal(18, 4)) * cast(score as decimal(18, 4))) as total_sq,
  count(*) filter (where score > 0) as positive,
  count(*) filter (where score < 0) as negative
from periods
group by metric, period, dimension, member, cluster_id
