-- One row per period, ticket type, clock, kind of hours (calendar, business) and minute at which some ticket was done or was last seen open.
-- Tickets that took as long are counted once for both periods.
with alike as (
  select
    month_start,
    is_in_window,
    ticket_type,
    clock,
    'calendar' as hours,
    cast(ceil(seconds / 60.0) as integer) as minutes,
    count(*) filter (where is_done) as done,
    count(*) filter (where not is_done) as still_open
  from int_tickets_timed
  group by all
  union all
  select
    month_start,
    is_in_window,
    ticket_type,
    clock,
    'business',
    cast(ceil(business_seconds / 60.0) as integer),
    count(*) filter (where is_done),
    count(*) filter (where not is_done)
  from int_tickets_timed
  where business_seconds is not null
  group by all
),

periods as (
  select ref_months.month as period, alike.* exclude (month_start, is_in_window)
  from alike
  inner join ref_months on ref_months.month_start = alike.month_start and ref_months.is_compared
  union all
  select 'window', alike.* exclude (month_start, is_in_window) from alike where is_in_window
)

select
  period,
  ticket_type,
  clock,
  hours,
  minutes,
  cast(sum(done) as integer) as done,
  cast(sum(still_open) as integer) as still_open
from periods
group by period, ticket_type, clock, hours, minutes
