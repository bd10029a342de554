-- One row per period, ticket type and clock: the finished tickets only, exact to the second.
with periods as (
  select month as period, * exclude (month) from int_tickets_timed where month in (select month from ref_months where is_compared)
  union all
  select 'window' as period, * exclude (month) from int_tickets_timed where is_in_window
)

select
  period,
  ticket_type,
  clock,
  cast(count(*) as integer) as tickets,
  cast(count(*) filter (where is_done) as integer) as done,
  cast(sum(seconds) filter (where is_done) as bigint) as seconds,
  cast(quantile_cont(seconds, 0.5) filter (where is_done) as double) as median_seconds
from periods
group by period, ticket_type, clock
