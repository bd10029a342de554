-- One row per dimension (all, queue, half_hour, weekday) and member: offered inbound calls of the window and what became of them. (Counted where the records are.)
with cut as (
  select *, 'all' as dimension, 'all' as member from int_calls_offered where is_in_window
  union all
  select *, 'queue', queue from int_calls_offered where is_in_window and queue is not null
  union all
  select *, 'weekday', cast(extract(isodow from called_date) as varchar)
  from int_calls_offered
  where is_in_window and called_date is not null
  union all
  select
    *,
    'half_hour',
    strftime(called_at, '%H:') || case when extract(minute from called_at) < 30 then '00' else '30' end
  from int_calls_offered
  -- Where only the day is recorded every call would stand at midnight.
  where is_in_window and called_at is not null
    and (select count(*) from int_calls_offered where called_at <> date_trunc('day', called_at)) > 0
)

select
  cut.dimension,
  cut.member,
  cast(count(*) as integer) as offered,
  cast(count(*) filter (where cut.is_answered) as integer) as answered,
  cast(count(*) filter (where not cut.is_answered) as integer) as abandoned,
  cast(count(*) filter (where cut.is_short) as integer) as short_abandoned,
  cast(count(*) filter (where not cut.is_answered and cut.wait_seconds is null) as integer) as abandoned_unknown,
  cast(count(cut.wait_seconds) filter (where cut.is_answered) as integer) as wait_known,
  cast(count(*) filter (where cut.is_answered and cut.is_within) as integer) as answered_within,
  cast(count(*) filter (where not cut.is_answered and cut.is_within) as integer) as abandoned_within,
  cast(max(ref_report.service_level_seconds) as double) as target_seconds,
  max(ref_report.service_level_formula) as formula,
  cast(max(ref_report.short_abandon_seconds) as double) as short_seconds
from cut
cross join ref_report
group by cut.dimension, cut.member
