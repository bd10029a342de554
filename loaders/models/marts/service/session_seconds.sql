-- One row per part of the day ("all" for all), clock (first reply, mean reply, length) and whole second: chat sessions of the window.
with clocks as (
  select strftime(entered_at, '%H:00') as part, 'first_reply' as clock, reply_seconds as seconds from int_sessions_served where is_answered
  union all
  select strftime(entered_at, '%H:00'), 'mean_reply', average_reply_seconds from int_sessions_served where is_answered
  union all
  select strftime(entered_at, '%H:00'), 'length', length_seconds from int_sessions_served where is_answered
),

parts as (
  select 'all' as part, clock, seconds from clocks where seconds >= 0
  union all
  select part, clock, seconds from clocks where seconds >= 0
)

select
  part,
  clock,
  cast(floor(seconds + 0.5) as integer) as second,
  cast(count(*) as integer) as sessions
from parts
group by part, clock, second
