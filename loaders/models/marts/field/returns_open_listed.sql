-- One row per return of the window that is still open: since when, of what, and why.
select
  stg_returns.return_id,
  cast(stg_returns.requested_at as date) as requested_date,
  cast(date_diff('day', cast(stg_returns.requested_at as date), cast(ref_report.month_end as date)) as integer) as days,
  coalesce(stg_returns.product, 'unknown') as product,
  coalesce(stg_returns.reason, 'unknown') as reason
from stg_returns
cross join ref_report
cross join (select count(completed_at) as dates from stg_returns) as told
where stg_returns.requested_at >= ref_report.window_start
  and stg_returns.requested_at < ref_report.month_end
  and (
    stg_returns.completed_at >= ref_report.month_end
    or stg_returns.outcome = 'open'
    or (stg_returns.outcome is null and stg_returns.completed_at is null and told.dates > 0)
  )
