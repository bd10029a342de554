-- One row per clock (wait, talk) of answered inbound calls in the window.
with clocks as (
  select 'wait' as clock, wait_seconds as seconds, called_date, is_answered, is_inbound from stg_calls
  union all
  select 'talk', talk_seconds, called_date, is_answered, is_inbound from stg_calls
)

select
  clocks.clock,
  cast(count(*) as integer) as calls,
  cast(sum(clocks.seconds) as double) as seconds,
  cast(quantile_cont(clocks.seconds, 0.5) as double) as median_seconds,
  cast(quantile_cont(clocks.seconds, 0.9) as double) as p90_seconds
from clocks
cross join ref_report
where clocks.is_inbound and clocks.is_answered and clocks.seconds is not null
  and (clocks.called_date is null or (clocks.called_date >= ref_report.window_start and clocks.called_date < ref_report.month_end))
group by clocks.clock
