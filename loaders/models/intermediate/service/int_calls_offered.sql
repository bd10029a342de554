-- One row per inbound call offered to an agent, and whether it was answered, given up, and within which limits.
select
  stg_calls.call_id,
  stg_calls.called_date,
  stg_calls.called_at,
  stg_calls.queue,
  stg_calls.is_answered,
  stg_calls.wait_seconds,
  stg_calls.talk_seconds,
  stg_calls.called_date is null
    or (stg_calls.called_date >= ref_report.window_start and stg_calls.called_date < ref_report.month_end) as is_in_window,
  coalesce(stg_calls.wait_seconds <= ref_report.service_level_seconds, false) as is_within,
  not stg_calls.is_answered and coalesce(stg_calls.wait_seconds <= ref_report.short_abandon_seconds, false) as is_short
from stg_calls
cross join ref_report
where stg_calls.is_inbound and coalesce(stg_calls.is_offered, true) and stg_calls.is_answered is not null
