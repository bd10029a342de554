-- One row per ticket and clock (first reply, resolution, closing) with the seconds so far, by the calendar and in working hours; open tickets are not dropped. (A view: few need all of it.)
with clocks as (
  select
    unnest(['first_reply', 'resolution', 'closing']) as clock,
    unnest([count(first_replied_at), count(solved_at), count(closed_at)]) as tickets
  from stg_tickets
),

-- A clock that no ticket of the report ever stops is not in the records.
known as (
  select clock from clocks where tickets > 0
),

ended as (
  select
    stg_tickets.*,
    known.clock,
    case known.clock
      when 'first_reply' then stg_tickets.first_replied_at
      when 'resolution' then stg_tickets.solved_at
      when 'closing' then stg_tickets.closed_at
    end as ended_at
  from stg_tickets
  cross join known
),

timed as (
  select
    ended.ticket_id,
    ended.clock,
    cast(date_trunc('month', ended.created_at) as date) as month_start,
    coalesce(ended.ticket_type, 'other') as ticket_type,
    ended.customer_id,
    ended.priority,
    coalesce(ref_shifts.team, '') as team,
    ended.created_at >= ref_report.window_start as is_in_window,
    ended.ended_at is not null and ended.ended_at < ref_report.month_end as is_done,
    ended.created_at as started_at,
    -- Open as far as its export knows.
    case
      when ended.ended_at < ref_report.month_end then ended.ended_at
      else least(ref_report.month_end, coalesce(ref_known.known_until, ref_report.month_end))
    end as stopped_at,
    ref_report.time_zone
  from ended
  cross join ref_report
  left join ref_known on ref_known.source = ended._source and ref_known.entity = 'tickets'
  left join ref_shifts on ref_shifts.team = ended.team
  where ended.created_at < ref_report.month_end
    and (ended.ended_at is null or seconds_between(ended.created_at, ended.ended_at) >= 0)
),

seconds as (
  select
    *,
    unix_seconds(started_at, time_zone) as started,
    unix_seconds(stopped_at, time_zone) as stopped
  from timed
)

select
  seconds.ticket_id,
  seconds.clock,
  seconds.month_start,
  seconds.ticket_type,
  seconds.customer_id,
  seconds.priority,
  seconds.is_in_window,
  seconds.is_done,
  seconds.started_at,
  seconds.stopped_at,
  seconds.stopped - seconds.started as seconds,
  last_day.seconds_before
  + open_until(seconds.stopped, last_day.opens_1, last_day.closes_1, last_day.opens_2, last_day.closes_2, last_day.opens_3, last_day.closes_3)
  - first_day.seconds_before
  - open_until(seconds.started, first_day.opens_1, first_day.closes_1, first_day.opens_2, first_day.closes_2, first_day.opens_3, first_day.closes_3)
  as business_seconds
from seconds
left join ref_open_days as first_day on first_day.team = seconds.team and first_day.day = cast(seconds.started_at as date)
left join ref_open_days as last_day on last_day.team = seconds.team and last_day.day = cast(seconds.stopped_at as date)
