-- One row per scored record: its month, whether it lies in the window, whose it is, and what it was about.
select
  -- Named anew: ClickHouse keeps the table's name in a column that another joined table has too.
  all_metrics.metric as metric,
  all_metrics.customer_id as customer_id,
  int_customer_profiles.profile_id as profile_id,
  ref_months.month as month,
  coalesce(ref_months.is_compared, false) as is_compared,
  all_metrics.occurred_date is null or all_metrics.occurred_date >= ref_report.window_start as is_in_window,
  all_metrics.channel,
  all_metrics.agent,
  all_metrics.team,
  all_metrics.product,
  -- The customer's own region comes with the profile; that of the record stands in where the customer's is not known.
  case when regions.profile_id is null then all_metrics.region end as region,
  cast(all_metrics.score as decimal(18, 4)) as score,
  -- Of how many answers this one stands; null where answers carry no weights.
  all_metrics.weight
from all_metrics
cross join ref_report
left join ref_months on ref_months.month_start = cast(date_trunc('month', all_metrics.occurred_date) as date)
left join int_customer_profiles on int_customer_profiles.customer_id = all_metrics.customer_id
left join int_profile_dimensions as regions on regions.profile_id = int_customer_profiles.profile_id and regions.dimension = 'region'
left join metric_months on metric_months.metric = all_metrics.metric and metric_months.month = month_of(all_metrics.occurred_date)
-- Where something else that the metric needs is not there (callbacks of a closed complaint), a score would be made up.
where all_metrics.score is not null
  and coalesce(metric_months.state, 'complete') <> 'missing'
  and (all_metrics.occurred_date is null or all_metrics.occurred_date < ref_report.month_end)
