-- One row per month: tickets created and closed, and those open at its end.
with created as (
  select created_month as month, count(*) as tickets, count(*) filter (where is_unfinished or ended_at is not null) as told
  from int_tickets_ended
  group by created_month
),

closed as (
  select month_of(cast(ended_at as date)) as month, count(*) as tickets
  from int_tickets_ended
  where ended_at is not null
  group by month_of(cast(ended_at as date))
)

select
  ref_months.month,
  cast(coalesce(created.tickets, 0) as integer) as created,
  cast(coalesce(closed.tickets, 0) as integer) as closed,
  cast(coalesce(created.tickets - created.told, 0) as integer) as end_unknown,
  cast(sum(coalesce(created.told, 0) - coalesce(closed.tickets, 0)) over (order by ref_months.month) as integer) as backlog
from ref_months
left join created on created.month = ref_months.month
left join closed on closed.month = ref_months.month
where (select count(created_at) from stg_tickets) > 0 and (select count(ended_at) from int_tickets_ended) > 0
