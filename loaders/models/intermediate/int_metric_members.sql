-- One row per scored record and dimension it belongs to; dimension "all" holds every record once.
select metric, month, is_in_window, cluster_id, 'all' as dimension, 'all' as member, score from int_metric_scores
union all
select metric, month, is_in_window, cluster_id, 'channel', channel, score from int_metric_scores where channel is not null
union all
select metric, month, is_in_window, cluster_id, 'agent', agent, score from int_metric_scores where agent is not null
union all
select metric, month, is_in_window, cluster_id, 'team', team, score from int_metric_scores where team is not null
union all
select metric, month, is_in_window, cluster_id, 'product', product, score from int_metric_scores where product is not null
union all
-- The region of the record only where the customer's own is not known.
select metric, month, is_in_window, cluster_id, 'region', region, score
from int_metric_scores
where region is not null
  and (customer_id is null or customer_id not in (select customer_id from int_customer_dimensions where dimension = 'region'))
union all
select
  int_metric_scores.metric,
  int_metric_scores.month,
  int_metric_scores.is_in_window,
  int_metric_scores.cluster_id,
  int_customer_dimensions.dimension,
  int_customer_dimensions.member,
  int_metric_scores.score
from int_metric_scores
inner join int_customer_dimensions on int_customer_dimensions.customer_id = int_metric_scores.customer_id
