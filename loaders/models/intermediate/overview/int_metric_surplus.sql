-- One row per metric, month (null: the window), profile and cut: what customers with several records there add to the sums over records. (A view: read once.)
with alike as (
  select family, month_start, profile_id, channel, agent, team, product, region, score_1, score_2, score_3, count(*) as n
  from int_metric_repeats
  group by all
),

scored as (
  select
    score_places.metric as metric, alike.month_start, alike.profile_id, alike.channel, alike.agent, alike.team, alike.product, alike.region, alike.n,
    case score_places.place when 1 then alike.score_1 when 2 then alike.score_2 else alike.score_3 end as score
  from alike
  inner join score_places on score_places.family = alike.family
),

squares as (
  select
    metric,
    month_start,
    profile_id,
    grouping(channel, agent, team, product, region, profile_id) as cut,
    coalesce(channel, agent, team, product, region) as member,
    sum(n * (score * score)) as sum_sq
  from scored
  group by grouping sets (
    (metric, month_start, profile_id),
    (metric, month_start, channel),
    (metric, month_start, agent),
    (metric, month_start, team),
    (metric, month_start, product),
    (metric, month_start, region)
  )
),

clusters as (
  select
    score_places.metric as metric, int_metric_clusters.month_start, int_metric_clusters.cut, int_metric_clusters.member, int_metric_clusters.profile_id, int_metric_clusters.customers,
    case score_places.place when 1 then int_metric_clusters.n_1 when 2 then int_metric_clusters.n_2 else int_metric_clusters.n_3 end as n,
    cast(case score_places.place when 1 then int_metric_clusters.total_1 when 2 then int_metric_clusters.total_2 else int_metric_clusters.total_3 end as decimal(18, 4)) as total
  from int_metric_clusters
  inner join score_places on score_places.family = int_metric_clusters.family
),

totals as (
  select
    metric,
    month_start,
    profile_id,
    cut,
    member,
    sum(customers * (n - 1)) as n,
    sum(customers * (total * total)) as total_sq,
    sum(customers * (total * n - total)) as total_n,
    sum(customers * (n * n - n)) as n_sq
  from clusters
  where n > 0
  group by metric, month_start, profile_id, cut, member
)

select
  totals.metric as metric,
  totals.month_start as month_start,
  totals.profile_id as profile_id,
  totals.cut as cut,
  totals.member as member,
  totals.n,
  totals.total_sq - squares.sum_sq as total_sq,
  totals.total_n,
  totals.n_sq
from totals
inner join squares on squares.metric = totals.metric
  and squares.month_start is not distinct from totals.month_start
  and squares.cut = totals.cut
  and squares.profile_id is not distinct from totals.profile_id
  and squares.member is not distinct from totals.member
