-- One row per metric, month (null: the window), profile and cut: the customers whose records are scored there, and sums over them. (A view: read once.)
with clusters as (
  select
    score_places.metric as metric, int_metric_clusters.month_start, int_metric_clusters.cut, int_metric_clusters.member, int_metric_clusters.profile_id, int_metric_clusters.customers,
    case score_places.place when 1 then int_metric_clusters.n_1 when 2 then int_metric_clusters.n_2 else int_metric_clusters.n_3 end as n,
    cast(case score_places.place when 1 then int_metric_clusters.total_1 when 2 then int_metric_clusters.total_2 else int_metric_clusters.total_3 end as decimal(18, 4)) as total
  from int_metric_clusters
  inner join score_places on score_places.family = int_metric_clusters.family
)

select
  metric,
  month_start,
  profile_id,
  cut,
  member,
  sum(customers) as customers,
  sum(customers * (total * total)) as total_sq,
  sum(customers * (total * n)) as total_n,
  sum(customers * (n * n)) as n_sq
from clusters
where n > 0
group by metric, month_start, profile_id, cut, member
