-- One row per metric, period, profile and cut: sums over records, and what customers with several records add to them. (Counted where the records are.) (Adds up over customers by metric, period, is_compared, profile_id, cut, member.)
with alike as (
  -- Records alike in all that is cut by, scores included, are counted once for all metrics, periods and cuts.
  select family, month_start, is_in_window, profile_id, channel, agent, team, product, region, score_1, score_2, score_3, count(*) as n
  from int_score_records
  group by all
),

scored as (
  select
    score_places.metric as metric, alike.month_start, alike.is_in_window, alike.profile_id, alike.channel, alike.agent, alike.team, alike.product, alike.region, alike.n,
    case score_places.place when 1 then alike.score_1 when 2 then alike.score_2 else alike.score_3 end as score
  from alike
  inner join score_places on score_places.family = alike.family
),

periods as (
  select metric, month_start, profile_id, channel, agent, team, product, region, n, score
  from scored
  where month_start is not null and score is not null
  union all
  select metric, null, profile_id, channel, agent, team, product, region, n, score
  from scored
  where is_in_window and score is not null
),

records as (
  select
    metric,
    month_start,
    profile_id,
    grouping(channel, agent, team, product, region, profile_id) as cut,
    coalesce(channel, agent, team, product, region) as member,
    sum(n) as n,
    sum(n * score) as total,
    sum(n * (score * score)) as sum_sq,
    sum(case when score > 0 then n else 0 end) as positive,
    sum(case when score < 0 then n else 0 end) as negative
  from periods
  group by grouping sets (
    (metric, month_start, profile_id),
    (metric, month_start, channel),
    (metric, month_start, agent),
    (metric, month_start, team),
    (metric, month_start, product),
    (metric, month_start, region)
  )
)

select
  records.metric as metric,
  coalesce(ref_months.month, 'window') as period,
  coalesce(ref_months.is_compared, true) as is_compared,
  records.profile_id as profile_id,
  records.cut as cut,
  records.member as member,
  records.n as n,
  records.total as total,
  records.sum_sq as sum_sq,
  records.positive,
  records.negative,
  records.n - coalesce(int_metric_surplus.n, 0) as customers,
  records.sum_sq + coalesce(int_metric_surplus.total_sq, 0) as sum_total_sq,
  records.total + coalesce(int_metric_surplus.total_n, 0) as sum_total_n,
  records.n + coalesce(int_metric_surplus.n_sq, 0) as sum_n_sq
from records
left join ref_months on ref_months.month_start = records.month_start
left join int_metric_surplus on int_metric_surplus.metric = records.metric
  and int_metric_surplus.month_start is not distinct from records.month_start
  and int_metric_surplus.cut = records.cut
  and int_metric_surplus.profile_id is not distinct from records.profile_id
  and int_metric_surplus.member is not distinct from records.member
