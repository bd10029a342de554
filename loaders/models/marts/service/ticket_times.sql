-- One row per period, ticket type and clock: the finished tickets only, exact to the second.
with periods as (
  select ref_months.month as period, ticket_type, clock, is_done, seconds
  from int_tickets_timed
  inner join ref_months on ref_months.month_start = int_tickets_timed.month_start and ref_months.is_compared
  union all
  select 'window', ticket_type, clock, is_done, seconds from int_tickets_timed where is_in_window
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
