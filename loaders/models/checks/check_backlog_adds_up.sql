-- Backlog at a month's end must be the backlog before, plus created, less closed and those whose end is not known.
with steps as (
  select month, backlog, created, closed, end_unknown, lag(backlog) over (order by month) as before
  from ticket_backlog
)

select *
from steps
where backlog <> coalesce(before, 0) + created - closed - end_unknown
