-- One row per inbound call; in the base of the chosen formula (F3 unless rules/service_level.yaml says otherwise): within the target seconds or not. (Scored in the scan of all inbound calls.)
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
  case
    when not coalesce(stg_calls.is_offered, true) or stg_calls.is_answered is null then null
    -- F2 leaves out all that was given up, F4 what was given up within the target.
    when not stg_calls.is_answered and ref_report.service_level_formula = 'F2' then null
    when not stg_calls.is_answered
      and ref_report.service_level_formula = 'F4'
      and not coalesce(stg_calls.wait_seconds > ref_report.service_level_seconds, true)
    then null
    when stg_calls.wait_seconds is null and stg_calls.is_answered then null
    when stg_calls.wait_seconds <= ref_report.service_level_seconds
      and (stg_calls.is_answered or ref_report.service_level_formula = 'F1')
    then 1
    else 0
  end as score
from stg_calls
cross join ref_report
where stg_calls.is_inbound
