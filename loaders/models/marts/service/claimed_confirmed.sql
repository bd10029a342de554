-- One row per team ("all" for all): callbacks of the window that reached the customer, by what the handler claimed and what the customer says.
with pairs as (
  select
    coalesce(stg_tickets.team, '') as team,
    coalesce(stg_tickets.is_solved, stg_tickets.status in ('solved', 'closed')) as is_claimed,
    stg_callbacks.is_confirmed_solved as is_confirmed
  from stg_callbacks
  inner join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
  cross join ref_report
  where stg_callbacks.outcome = 'reached'
    and stg_callbacks.is_confirmed_solved is not null
    and coalesce(stg_tickets.is_solved, stg_tickets.status in ('solved', 'closed')) is not null
    and (stg_callbacks.called_at is null
      or (stg_callbacks.called_at >= ref_report.window_start and stg_callbacks.called_at < ref_report.month_end))
),

teams as (
  select 'all' as team, is_claimed, is_confirmed from pairs
  union all
  select team, is_claimed, is_confirmed from pairs where team not in ('', 'all')
)

select
  team,
  cast(count(*) filter (where is_claimed and is_confirmed) as integer) as both_solved,
  cast(count(*) filter (where is_claimed and not is_confirmed) as integer) as only_claimed,
  cast(count(*) filter (where not is_claimed and is_confirmed) as integer) as only_confirmed,
  cast(count(*) filter (where not is_claimed and not is_confirmed) as integer) as neither
from teams
group by team
