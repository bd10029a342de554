-- One row per metric and place: a record of the report month that counts against it, the latest 1,000 of each.
with against as (
  select
    all_metrics.metric,
    all_metrics.record_id,
    all_metrics.occurred_date,
    all_metrics.customer_id,
    all_metrics.channel,
    all_metrics.team,
    all_metrics.product,
    all_metrics.region,
    row_number() over (partition by all_metrics.metric order by all_metrics.occurred_date desc, all_metrics.record_id) as place
  from all_metrics
  cross join ref_report
  left join metric_months on metric_months.metric = all_metrics.metric and metric_months.month = month_of(all_metrics.occurred_date)
  where all_metrics.occurred_date >= ref_report.month_start
    and all_metrics.occurred_date < ref_report.month_end
    and coalesce(metric_months.state, 'complete') <> 'missing'
    and (
      (all_metrics.metric in ('answer_rate', 'callback_done', 'promise_kept') and all_metrics.score = 0)
      or (all_metrics.metric = 'bottom_box' and all_metrics.score = 1)
    )
),

-- Where each stands in the exports.
places as (
  select 'answer_rate' as metric, call_id as record_id, cast(null as varchar) as category, cast(null as double) as score, _file, _row
  from stg_calls
  union all
  select 'bottom_box', response_id, null, cast(score as double), _file, _row
  from int_survey_answers
  where question = 'csat' and item = 'overall'
  union all
  select metrics.metric, ticket_id, category, null, _file, _row
  from stg_tickets
  cross join (values ('callback_done'), ('promise_kept')) as metrics(metric)
)

select
  against.metric,
  cast(against.place as integer) as place,
  against.record_id,
  cast(cast(against.occurred_date as date) as varchar) as occurred_date,
  coalesce(against.customer_id, '') as customer_id,
  coalesce(against.channel, '') as channel,
  coalesce(against.team, '') as team,
  coalesce(against.product, '') as product,
  coalesce(against.region, stg_customers.region, '') as region,
  coalesce(places.category, '') as category,
  places.score,
  coalesce(places._file, '') as file,
  cast(places._row as integer) as row
from against
left join places on places.metric = against.metric and places.record_id = against.record_id
left join stg_customers on stg_customers.customer_id = against.customer_id
where against.place <= 1000
qualify row_number() over (partition by against.metric, against.place order by places._file, places._row) = 1
