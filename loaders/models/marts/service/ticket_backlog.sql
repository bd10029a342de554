-- One row per month: tickets created and closed, and those open at its end.
with created as (
  select cast(date_trunc('month', created_at) as date) as month_start, count(*) as tickets, count(*) filter (where is_unfinished or ended_at is not null) as told
  from int_tickets_ended
  group by cast(date_trunc('month', created_at) as date)
),

closed as (
  select cast(date_trunc('month', ended_at) as date) as month_start, count(*) as tickets
  from int_tickets_ended
  where ended_at is not null
  group by cast(date_trunc('month', ended_at) as date)
)

select
  ref_months.month,
  cast(coalesce(created.tickets, 0) as integer) as created,
  cast(coalesce(closed.tickets, 0) as integer) as closed,
  cast(coalesce(created.tickets - created.told, 0) as integer) as end_unknown,
  cast(sum(coalesce(created.told, 0) - coalesce(closed.tickets, 0)) over (order by ref_months.month) as integer) as backlog
from ref_months
left join created on created.month_start = ref_months.month_start
left join closed on closed.month_start = ref_months.month_start
where (select count(created_at) from stg_tickets) > 0 and (select count(ended_at) from int_tickets_ended) > 0
