-- One row per team: complaints a handler and week in the window, and for how many weeks its handlers have had them: by the roster, else without a week off.
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

-- What the roster says: whole weeks since the last rotation, at the end of the month.
roster as (
  select ref_agents.code as handler, max(floor(date_diff('day', try_cast(ref_agents.complaints_since as date), ref_report.month_end) / 7)) as weeks
  from ref_agents
  cross join ref_report
  where try_cast(ref_agents.complaints_since as date) < ref_report.month_end
  group by ref_agents.code
),

handlers as (
  select
    weeks.team,
    weeks.handler,
    sum(weeks.complaints) as complaints,
    count(*) as weeks,
    cast(max(roster.weeks) as integer) as rostered_weeks,
    max(now.weeks) as weeks_running
  from weeks
  left join roster on roster.handler = weeks.handler
  left join now on now.team = weeks.team and now.handler = weeks.handler
  group by weeks.team, weeks.handler
),

timed as (
  select *, coalesce(rostered_weeks, weeks_running, 0) as weeks_on
  from handlers
)

select
  team,
  cast(count(*) as integer) as handlers,
  cast(count(rostered_weeks) as integer) as rostered,
  cast(sum(complaints) as integer) as complaints,
  cast(sum(weeks) as integer) as handler_weeks,
  cast(pct(weeks_on, 0.5) as double) as median_weeks_on,
  cast(max(weeks_on) as integer) as longest_weeks_on,
  cast(count(*) filter (where weeks_on >= 12) as integer) as over_twelve
from timed
group by team
