-- One row per inbound call; where it was offered to an agent: answered or not. (Scored in the scan of all inbound calls.)
select
  stg_calls.call_id as record_id,
  stg_calls.called_date as occurred_date,
  stg_calls.customer_id,
  cast(null as varchar) as brand,
  stg_calls.queue as channel,
  stg_calls.agent,
  cast(null as varchar) as team,
  stg_calls.topic as product,
  stg_calls.region,
  case when not coalesce(stg_calls.is_offered, true) then null when stg_calls.is_answered then 1 when not stg_calls.is_answered then 0 end as score
from stg_calls
cross join ref_report
where stg_calls.is_inbound
