-- One row per answer to the overall satisfaction question: dissatisfied (bottom two boxes) or not.
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
  case when is_dissatisfied then 1 else 0 end as score,
  weight
from int_overall_records
