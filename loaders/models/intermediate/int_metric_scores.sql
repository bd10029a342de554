-- One row per scored record: its month, whether it lies in the window, and the customer it belongs to.
select
  all_metrics.metric,
  all_metrics.record_id,
  all_metrics.customer_id,
  -- A record without a customer is its own cluster.
  coalesce(all_metrics.customer_id, all_metrics.record_id) as cluster_id,
  month_of(all_metrics.occurred_date) as month,
  all_metrics.occurred_date is null or all_metrics.occurred_date >= ref_report.window_start as is_in_window,
  all_metrics.channel,
  all_metrics.agent,
  all_metrics.team,
  all_metrics.product,
  all_metrics.region,
  cast(all_metrics.score as decimal(18, 4)) as score
from all_metrics
cross join ref_report
where all_metrics.score is not null
  and (all_metrics.occurred_date is null or all_metrics.occurred_date < ref_report.month_end)
