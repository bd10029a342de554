-- One row per month.
with created as (
  select created_month as month, count(*) as tickets
  from stg_tickets
  group by created_month
),

closed as (
  select month_of(cast(coalesce(closed_at, solved_at) as date)) as month, count(*) as tickets
  from stg_tickets
  where coalesce(closed_at, solved_at) is not null
  group by month_of(cast(coalesce(closed_at, solved_at) as date))
)

select
  ref_months.month,
  cast(coalesce(created.tickets, 0) as integer) as created,
  cast(coalesce(closed.tickets, 0) as integer) as closed,
  cast(sum(coalesce(created.tickets, 0) - coalesce(closed.tickets, 0)) over (order by ref_months.month) as integer) as backlog
from ref_months
left join created on created.month = ref_months.month
left join closed on closed.month = ref_months.month
where (select count(created_at) from stg_tickets) > 0 and (select count(coalesce(closed_at, solved_at)) from stg_tickets) > 0
