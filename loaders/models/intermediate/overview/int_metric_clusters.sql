-- One row per family, month_start, cut (all records, or those of one channel, agent …) and customers with several records there who are alike in number and totals of their scores. (A view: summed at once.)
-- Segments are published for the months compared, and for CSAT for every month.
with segments as (
  select *
  from int_metric_repeats
  where month_start is null
    or month_start in (select month_start from ref_months where is_compared)
    or family in (select family from score_places where metric = 'csat')
),

customers as (
  select family, month_start, 62 as cut, cast(null as varchar) as member, max(profile_id) as profile_id, count(score_1) as n_1, count(score_2) as n_2, count(score_3) as n_3, sum(score_1) as total_1, sum(score_2) as total_2, sum(score_3) as total_3
  from int_metric_repeats
  group by family, month_start, cluster
  union all
  select family, month_start, 31, channel, null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from segments
  where channel is not null
  group by family, month_start, cluster, channel
  union all
  select family, month_start, 47, agent, null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from segments
  where agent is not null
  group by family, month_start, cluster, agent
  union all
  select family, month_start, 55, team, null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from segments
  where team is not null
  group by family, month_start, cluster, team
  union all
  select family, month_start, 59, product, null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from segments
  where product is not null
  group by family, month_start, cluster, product
  union all
  select family, month_start, 61, region, null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from segments
  where region is not null
  group by family, month_start, cluster, region
)

select family, month_start, cut, member, profile_id, n_1, n_2, n_3, total_1, total_2, total_3, count(*) as customers
from customers
group by all
