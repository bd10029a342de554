-- One row per period, ticket type, clock and minute at which some ticket was done or was last seen open.
with periods as (
  select month as period, * exclude (month) from int_tickets_timed where month in (select month from ref_months where is_compared)
  union all
  select 'window' as period, * exclude (month) from int_tickets_timed where is_in_window
)

select
  period,
  ticket_type,
  clock,
  cast(ceil(seconds / 60.0) as integer) as minutes,
  cast(count(*) filter (where is_done) as integer) as done,
  cast(count(*) filter (where not is_done) as integer) as still_open
from periods
group by period, ticket_type, clock, minutes
