-- One row per offered inbound call: answered within the target seconds or not (formula F3).
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
  case when stg_calls.is_answered and stg_calls.wait_seconds <= ref_report.service_level_seconds then 1 else 0 end as score
from stg_calls
cross join ref_report
where stg_calls.is_inbound
  and coalesce(stg_calls.is_offered, true)
  and stg_calls.is_answered is not null
  and (stg_calls.wait_seconds is not null or not stg_calls.is_answered)
