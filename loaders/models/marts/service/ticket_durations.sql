-- One row per period, ticket type, clock, kind of hours (calendar, business) and minute at which some ticket was done or was last seen open.
with hours as (
  select ticket_type, clock, month, is_in_window, is_done, 'calendar' as hours, seconds from int_tickets_timed
  union all
  select ticket_type, clock, month, is_in_window, is_done, 'business', business_seconds
  from int_tickets_timed
  where business_seconds is not null
),

periods as (
  select month as period, * exclude (month) from hours where month in (select month from ref_months where is_compared)
  union all
  select 'window' as period, * exclude (month) from hours where is_in_window
)

select
  period,
  ticket_type,
  clock,
  hours,
  cast(ceil(seconds / 60.0) as integer) as minutes,
  cast(count(*) filter (where is_done) as integer) as done,
  cast(count(*) filter (where not is_done) as integer) as still_open
from periods
group by period, ticket_type, clock, hours, minutes
