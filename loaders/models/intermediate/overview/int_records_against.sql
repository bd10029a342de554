-- One row per metric and place: a record of the report month that counts against it, the latest 1,000 of each. (Counted where the records are.) (Of metrics answer_rate, callback_done, promise_kept, bottom_box.)
with against as (
  select
    all_metrics.metric as metric,
    all_metrics.record_id as record_id,
    all_metrics.occurred_date as occurred_date,
    all_metrics.customer_id as customer_id,
    all_metrics.channel as channel,
    all_metrics.team as team,
    all_metrics.product as product,
    all_metrics.region as region,
    row_number() over (partition by all_metrics.metric order by all_metrics.occurred_date desc, all_metrics.record_id) as place
  from all_metrics
  cross join ref_report
  left join metric_months on metric_months.metric = all_metrics.metric and metric_months.month = month_of(all_metrics.occurred_date)
  where all_metrics.occurred_date >= ref_report.month_start
    and all_metrics.occurred_date < ref_report.month_end
    and coalesce(metric_months.state, 'complete') <> 'missing'
    -- Said apart, since it needs no score: what is no such metric is not counted at all.
    and all_metrics.metric in ('answer_rate', 'callback_done', 'promise_kept', 'bottom_box')
    and (
      (all_metrics.metric <> 'bottom_box' and all_metrics.score = 0)
      or (all_metrics.metric = 'bottom_box' and all_metrics.score = 1)
    )
)

select * from against where place <= 1000
