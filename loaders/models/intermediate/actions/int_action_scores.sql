-- One row per metric of an action, month and region: sums over scored records. (Counted where the records are.) (Nothing without stg_actions.)
select
  int_metric_scores.metric as metric,
  int_metric_scores.month as month,
  coalesce(regions.member, int_metric_scores.region) as region,
  count(*) as n,
  sum(int_metric_scores.score) as total,
  sum(int_metric_scores.score * int_metric_scores.score) as total_sq
from int_metric_scores
left join int_profile_dimensions as regions on regions.profile_id = int_metric_scores.profile_id and regions.dimension = 'region'
where int_metric_scores.metric in (select metric from stg_actions)
group by all
