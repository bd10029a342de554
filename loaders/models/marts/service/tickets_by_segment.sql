-- One row per period, dimension and member: tickets of every kind and what became of them.
-- A type that cannot be read is of the other kind, as everywhere.
with tickets as (
  select * replace (case when (select count(ticket_type) from stg_tickets) > 0 then coalesce(ticket_type, 'other') end as ticket_type)
  from stg_tickets
),

periods as (
  select tickets.created_month as period, tickets.*
  from tickets
  where tickets.created_month in (select month from ref_months where is_compared)
  union all
  select 'window' as period, tickets.*
  from tickets
  cross join ref_report
  where tickets.created_at is null
    or (tickets.created_at >= ref_report.window_start and tickets.created_at < ref_report.month_end)
),

counted as (
  select
    period,
    case
      when grouping(ticket_type) = 0 then 'ticket_type'
      when grouping(category) = 0 then 'category'
      when grouping(channel) = 0 then 'channel'
      when grouping(priority) = 0 then 'priority'
      when grouping(status) = 0 then 'status'
      when grouping(product) = 0 then 'product'
      when grouping(brand) = 0 then 'brand'
      when grouping(region) = 0 then 'region'
      when grouping(city) = 0 then 'city'
      when grouping(team) = 0 then 'team'
      else 'all'
    end as dimension,
    case
      when grouping(ticket_type) = 0 then ticket_type
      when grouping(category) = 0 then category
      when grouping(channel) = 0 then channel
      when grouping(priority) = 0 then priority
      when grouping(status) = 0 then status
      when grouping(product) = 0 then product
      when grouping(brand) = 0 then brand
      when grouping(region) = 0 then region
      when grouping(city) = 0 then city
      when grouping(team) = 0 then team
      else 'all'
    end as member,
    cast(count(*) as integer) as tickets,
    cast(count(*) filter (where status in ('solved', 'closed') or (status is null and closed_at is not null)) as integer) as done,
    cast(count(is_sla_met) as integer) as sla_judged,
    cast(count(*) filter (where is_sla_met) as integer) as sla_met,
    cast(count(is_disputed) as integer) as dispute_known,
    cast(count(*) filter (where is_disputed) as integer) as disputed,
    cast(count(*) filter (where reopened_count > 0) as integer) as reopened,
    cast(coalesce(sum(reassigned_count), 0) as bigint) as reassignments
  from periods
  group by grouping sets (
    (period),
    (period, ticket_type),
    (period, category),
    (period, channel),
    (period, priority),
    (period, status),
    (period, product),
    (period, brand),
    (period, region),
    (period, city),
    (period, team)
  )
)

select *
from counted
where member is not null
