-- One row per handler: tickets solved in the window, and the median time they took.
select
  stg_tickets.handler,
  coalesce(min(stg_tickets.team), '') as team,
  cast(count(*) as integer) as tickets,
  cast(pct(seconds_between(stg_tickets.created_at, stg_tickets.solved_at), 0.5) as double) as median_seconds
from stg_tickets
cross join ref_report
where stg_tickets.handler is not null
  and stg_tickets.solved_at >= ref_report.window_start
  and stg_tickets.solved_at < ref_report.month_end
  and stg_tickets.solved_at >= stg_tickets.created_at
group by stg_tickets.handler
