-- One row per metric, period, profile and cut: sums over records, and over customers; a record of nobody we know of counts as one. (Counted where the records are, as int_metric_sums_there.)
with alike as (
  -- Records alike in all that is cut by, scores included, are counted once for all metrics, periods and cuts.
  select
    family, month_start, is_in_window, profile_id, channel, agent, team, product, region, score_1, score_2, score_3,
    customer_key is null and stranger is null as is_nobodys,
    count(*) as n
  from int_score_records
  group by all
),

scored as (
  select
    score_places.metric as metric, alike.month_start, alike.is_in_window, alike.is_nobodys, alike.profile_id, alike.channel, alike.agent, alike.team, alike.product, alike.region, alike.n,
    case score_places.place when 1 then alike.score_1 when 2 then alike.score_2 else alike.score_3 end as score
  from alike
  inner join score_places on score_places.family = alike.family
),

periods as (
  select metric, month_start, is_nobodys, profile_id, channel, agent, team, product, region, n, score
  from scored
  where month_start is not null and score is not null
  union all
  select metric, null, is_nobodys, profile_id, channel, agent, team, product, region, n, score
  from scored
  where is_in_window and score is not null
),

records as (
  select
    metric,
    month_start,
    profile_id,
    grouping(channel, agent, team, product, region, profile_id) as cut,
    cast(coalesce(channel, agent, team, product, region) as varchar) as member,
    sum(n) as n,
    sum(n * score) as total,
    sum(n * (score * score)) as sum_sq,
    sum(case when score > 0 then n else 0 end) as positive,
    sum(case when score < 0 then n else 0 end) as negative,
    sum(case when is_nobodys then n else 0 end) as nobodys_n,
    sum(case when is_nobodys then n * score else 0 end) as nobodys_total,
    sum(case when is_nobodys then n * (score * score) else 0 end) as nobodys_sq
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
  records.nobodys_n + coalesce(int_metric_customers.customers, 0) as customers,
  records.nobodys_sq + coalesce(int_metric_customers.total_sq, 0) as sum_total_sq,
  records.nobodys_total + coalesce(int_metric_customers.total_n, 0) as sum_total_n,
  records.nobodys_n + coalesce(int_metric_customers.n_sq, 0) as sum_n_sq
from records
left join ref_months on ref_months.month_start = records.month_start
left join int_metric_customers on int_metric_customers.metric = records.metric
  and int_metric_customers.month_start is not distinct from records.month_start
  and int_metric_customers.cut = records.cut
  and int_metric_customers.profile_id is not distinct from records.profile_id
  and int_metric_customers.member is not distinct from records.member
-- Segments are published for the months compared, and for CSAT for every month.
where records.cut = 62
  or (records.member is not null and (records.month_start is null or ref_months.is_compared or records.metric = 'csat'))
