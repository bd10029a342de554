-- One row per ticket and clock (first reply, resolution, closing) with the seconds so far, by the calendar and in working hours; open tickets are not dropped.
with clocks as (
  select ticket_id, 'first_reply' as clock, first_replied_at as ended_at from stg_tickets
  union all
  select ticket_id, 'resolution', solved_at from stg_tickets
  union all
  select ticket_id, 'closing', closed_at from stg_tickets
),

-- A clock that no ticket of the report ever stops is not in the records.
known as (
  select clock from clocks where ended_at is not null group by clock
),

timed as (
  select
    stg_tickets.ticket_id,
    clocks.clock,
    stg_tickets.created_month as month,
    coalesce(stg_tickets.ticket_type, 'other') as ticket_type,
    stg_tickets.customer_id,
    stg_tickets.priority,
    coalesce(ref_shifts.team, '') as team,
    stg_tickets.created_at >= ref_report.window_start as is_in_window,
    clocks.ended_at is not null and clocks.ended_at < ref_report.month_end as is_done,
    stg_tickets.created_at as started_at,
    -- Open as far as its export knows.
    case
      when clocks.ended_at < ref_report.month_end then clocks.ended_at
      else least(ref_report.month_end, coalesce(ref_known.known_until, ref_report.month_end))
    end as stopped_at,
    ref_report.time_zone
  from stg_tickets
  inner join clocks on clocks.ticket_id = stg_tickets.ticket_id
  inner join known on known.clock = clocks.clock
  cross join ref_report
  left join ref_known on ref_known.source = stg_tickets._source and ref_known.entity = 'tickets'
  left join ref_shifts on ref_shifts.team = stg_tickets.team
  where stg_tickets.created_at < ref_report.month_end
    and (clocks.ended_at is null or seconds_between(stg_tickets.created_at, clocks.ended_at) >= 0)
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
  seconds.month,
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
