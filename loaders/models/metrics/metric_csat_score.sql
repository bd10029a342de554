-- One row per answer to the overall satisfaction question, in points of its own scale.
select
  response_id as record_id,
  survey_date as occurred_date,
  customer_id,
  customer_key,
  profile_id,
  brand,
  channel,
  agent,
  cast(null as varchar) as team,
  product,
  region,
  score,
  weight
from int_overall_records
