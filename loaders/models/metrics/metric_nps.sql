-- One row per answer to the recommendation question: promoter 100, passive 0, detractor -100.
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
  case when score >= 9 then 100 when score <= 6 then -100 else 0 end as score,
  weight
from int_survey_answers
where question = 'nps'
