-- One row per dimension (all, queue, half_hour, weekday) and member: offered inbound calls of the window and what became of them. (Counted where the records are.)
with calls as (
  select
    is_answered, is_short, is_within, wait_seconds,
    queue,
    cast(extract(isodow from called_date) as varchar) as weekday,
    strftime(called_at, '%H:') || case when extract(minute from called_at) < 30 then '00' else '30' end as half_hour
  from int_calls_offered
  where is_in_window
),

counted as (
  select
    case when grouping(queue) = 0 then 'queue' when grouping(weekday) = 0 then 'weekday' when grouping(half_hour) = 0 then 'half_hour' else 'all' end as dimension,
    case when grouping(queue) = 0 then queue when grouping(weekday) = 0 then weekday when grouping(half_hour) = 0 then half_hour else 'all' end as member,
    count(*) as offered,
    count(*) filter (where is_answered) as answered,
    count(*) filter (where not is_answered) as abandoned,
    count(*) filter (where is_short) as short_abandoned,
    count(*) filter (where not is_answered and wait_seconds is null) as abandoned_unknown,
    count(wait_seconds) filter (where is_answered) as wait_known,
    count(*) filter (where is_answered and is_within) as answered_within,
    count(*) filter (where not is_answered and is_within) as abandoned_within
  from calls
  group by grouping sets ((), (queue), (weekday), (half_hour))
)

select
  counted.dimension,
  counted.member,
  cast(counted.offered as integer) as offered,
  cast(counted.answered as integer) as answered,
  cast(counted.abandoned as integer) as abandoned,
  cast(counted.short_abandoned as integer) as short_abandoned,
  cast(counted.abandoned_unknown as integer) as abandoned_unknown,
  cast(counted.wait_known as integer) as wait_known,
  cast(counted.answered_within as integer) as answered_within,
  cast(counted.abandoned_within as integer) as abandoned_within,
  cast(ref_report.service_level_seconds as double) as target_seconds,
  ref_report.service_level_formula as formula,
  cast(ref_report.short_abandon_seconds as double) as short_seconds
from counted
cross join ref_report
where counted.member is not null
  and counted.offered > 0
  -- Where only the day is recorded every call would stand at midnight.
  and (counted.dimension <> 'half_hour' or (select count(*) from int_calls_offered where called_at <> date_trunc('day', called_at)) > 0)
