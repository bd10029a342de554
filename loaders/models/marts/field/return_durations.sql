-- One row per number of days: returns of the window settled after so many, and those open for so many.
select
  cast(greatest(0, date_diff('day', cast(requested_at as date), cast(case
    when completed_at < known.known_until then completed_at else known.known_until end as date))) as integer) as days,
  cast(count(*) filter (where completed_at < known.known_until) as integer) as done,
  cast(count(*) filter (where completed_at is null or completed_at >= known.known_until) as integer) as still_open
from stg_returns
cross join ref_report
cross join (select known_until from ref_horizons where entity = 'returns') as known
where requested_at >= ref_report.window_start
  and requested_at < known.known_until
  and (select count(completed_at) from stg_returns) > 0
group by all
