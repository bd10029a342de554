-- One row per invitation to a survey: answered or not.
select
  response_id as record_id,
  cast(min(invited_at) as date) as occurred_date,
  max(customer_id) as customer_id,
  cast(null as varchar) as brand,
  max(channel) as channel,
  max(agent) as agent,
  cast(null as varchar) as team,
  max(product) as product,
  max(region) as region,
  max(case when score is not null then 1 else 0 end) as score
from stg_surveys
where invited_at is not null and coalesce(is_pilot, false) = false
group by response_id
