-- One row per metric, period, dimension and member.
select
  metric,
  period,
  dimension,
  member,
  cast(sum(n) as integer) as n,
  cast(sum(total) as double) as total,
  cast(sum(total_sq) as double) as sum_sq,
  cast(sum(positive) as integer) as positive,
  cast(sum(negative) as integer) as negative,
  cast(count(*) as integer) as customers,
  cast(sum(total * total) as double) as sum_total_sq,
  cast(sum(total * n) as double) as sum_total_n,
  cast(sum(n * n) as double) as sum_n_sq
from int_metric_clusters
group by metric, period, dimension, member
