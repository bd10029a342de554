-- One row per metric and place: a record of the report month that counts against it, the latest 1,000 of each.
-- Where each stands in the exports.
with places as (
  select 'answer_rate' as metric, call_id as record_id, cast(null as varchar) as category, cast(null as double) as score, _file, _row
  from int_calls_listed
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
from int_records_against as against
left join places on places.metric = against.metric and places.record_id = against.record_id
left join stg_customers on stg_customers.customer_id = against.customer_id
qualify row_number() over (partition by against.metric, against.place order by places._file, places._row) = 1
