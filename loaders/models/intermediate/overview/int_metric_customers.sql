-- One row per metric, month (null: the window), profile and cut: the customers whose records are scored there, and sums over them. (A view: read once.)
with alike as (
  select * from int_metric_clusters
  union all
  select * from int_metric_member_clusters
),

clusters as (
  select
    score_places.metric as metric, alike.month_start, alike.cut, alike.member, alike.profile_id, alike.customers,
    case score_places.place when 1 then alike.n_1 when 2 then alike.n_2 else alike.n_3 end as n,
    cast(case score_places.place when 1 then alike.total_1 when 2 then alike.total_2 else alike.total_3 end as decimal(18, 4)) as total
  from alike
  inner join score_places on score_places.family = alike.family
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
