-- One row per team: complaints a handler and week in the window, and for how many weeks its handlers have had complaints without a week off.
with weeks as (
  select
    stg_tickets.team,
    stg_tickets.handler,
    cast(date_diff('day', date '2000-01-03', cast(date_trunc('week', stg_tickets.created_at) as date)) / 7 as integer) as week,
    count(*) as complaints
  from stg_tickets
  cross join ref_report
  where stg_tickets.is_complaint and stg_tickets.handler is not null and stg_tickets.team is not null
    and stg_tickets.created_at >= ref_report.window_start and stg_tickets.created_at < ref_report.month_end
  group by stg_tickets.team, stg_tickets.handler, week
),

runs as (
  select
    team,
    handler,
    week,
    complaints,
    week - row_number() over (partition by team, handler order by week) as run
  from weeks
),

streaks as (
  select team, handler, run, count(*) as weeks, max(week) as last_week
  from runs
  group by team, handler, run
),

-- The streak that still runs: up to the last week or the one before.
now as (
  select streaks.team, streaks.handler, streaks.weeks
  from streaks
  where streaks.last_week >= (select max(week) from weeks) - 1
  qualify row_number() over (partition by streaks.team, streaks.handler order by streaks.last_week desc) = 1
),

handlers as (
  select team, handler, sum(complaints) as complaints, count(*) as weeks
  from weeks
  group by team, handler
)

select
  handlers.team,
  cast(count(*) as integer) as handlers,
  cast(sum(handlers.complaints) as integer) as complaints,
  cast(sum(handlers.weeks) as integer) as handler_weeks,
  cast(coalesce(pct(coalesce(now.weeks, 0), 0.5), 0) as double) as median_weeks_on,
  cast(coalesce(max(now.weeks), 0) as integer) as longest_weeks_on,
  cast(count(*) filter (where now.weeks >= 12) as integer) as over_twelve
from handlers
left join now on now.team = handlers.team and now.handler = handlers.handler
group by handlers.team
