-- One row per queue ("all" for all), clock (wait, talk, given up) and whole second: inbound calls of the window, and their exact seconds. (Counted where the records are.)
with clocks as (
  select queue, 'wait' as clock, wait_seconds as seconds from int_calls_offered where is_in_window and is_answered
  union all
  select queue, 'talk', talk_seconds from int_calls_offered where is_in_window and is_answered
  union all
  select queue, 'abandon', wait_seconds from int_calls_offered where is_in_window and not is_answered
),

queues as (
  select 'all' as queue, clock, seconds from clocks where seconds >= 0
  union all
  select queue, clock, seconds from clocks where seconds >= 0 and queue is not null and queue <> 'all'
)

select
  queue,
  clock,
  cast(floor(seconds + 0.5) as integer) as second,
  cast(count(*) as integer) as calls,
  cast(sum(seconds) as double) as seconds
from queues
group by queue, clock, second
