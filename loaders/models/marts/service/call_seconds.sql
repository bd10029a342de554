-- One row per queue ("all" for all), clock (wait, talk, given up) and whole second: inbound calls of the window, and their exact seconds. (Counted where the records are.)
with clocks as (
  select * from (values ('wait'), ('talk'), ('abandon')) as clocks(clock)
),

timed as (
  select
    int_calls_offered.queue as queue,
    clocks.clock as clock,
    case when clocks.clock = 'talk' then int_calls_offered.talk_seconds else int_calls_offered.wait_seconds end as seconds
  from int_calls_offered
  cross join clocks
  where int_calls_offered.is_in_window
    and case when clocks.clock = 'abandon' then not int_calls_offered.is_answered else int_calls_offered.is_answered end
),

queues as (
  select queue, clock, seconds, count(*) as calls
  from timed
  where seconds >= 0
  group by queue, clock, seconds
),

counted as (
  select 'all' as queue, clock, seconds, calls from queues
  union all
  select queue, clock, seconds, calls from queues where queue is not null and queue <> 'all'
)

select
  queue,
  clock,
  cast(floor(seconds + 0.5) as integer) as second,
  cast(sum(calls) as integer) as calls,
  cast(sum(seconds * calls) as double) as seconds
from counted
group by queue, clock, second
