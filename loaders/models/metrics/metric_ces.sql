-- One row per answer to the effort question: easy (5–7 of 7) or not.
select
  response_id as record_id,
  survey_date as occurred_date,
  customer_id,
  brand,
  channel,
  agent,
  cast(null as varchar) as team,
  product,
  region,
  case when score >= 5 then 1 else 0 end as score,
  weight
from int_survey_answers
where question = 'ces'
