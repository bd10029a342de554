-- One row per period, dimension and member: tickets of every kind and what became of them.
-- A type that cannot be read is of the other kind, as everywhere.
-- Tickets alike in all that is cut by are counted once for all cuts.
with alike as (
  select
    cast(date_trunc('month', stg_tickets.created_at) as date) as month_start,
    stg_tickets.created_at is null
      or (stg_tickets.created_at >= ref_report.window_start and stg_tickets.created_at < ref_report.month_end) as is_in_window,
    case when (select count(ticket_type) from stg_tickets) > 0 then coalesce(stg_tickets.ticket_type, 'other') end as ticket_type,
    stg_tickets.category,
    stg_tickets.channel,
    stg_tickets.priority,
    stg_tickets.status,
    stg_tickets.product,
    stg_tickets.brand,
    stg_tickets.region,
    stg_tickets.city,
    stg_tickets.team,
    stg_tickets.status in ('solved', 'closed') or (stg_tickets.status is null and stg_tickets.closed_at is not null) as is_done,
    stg_tickets.is_sla_met,
    stg_tickets.is_disputed,
    stg_tickets.reopened_count > 0 as is_reopened,
    count(*) as n,
    sum(stg_tickets.reassigned_count) as reassignments
  from stg_tickets
  cross join ref_report
  group by all
),

periods as (
  select ref_months.month as period, alike.*
  from alike
  inner join ref_months on ref_months.month_start = alike.month_start
  where ref_months.is_compared
  union all
  select 'window', alike.*
  from alike
  where is_in_window
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
    cast(sum(n) as integer) as tickets,
    cast(coalesce(sum(n) filter (where is_done), 0) as integer) as done,
    cast(coalesce(sum(n) filter (where is_sla_met is not null), 0) as integer) as sla_judged,
    cast(coalesce(sum(n) filter (where is_sla_met), 0) as integer) as sla_met,
    cast(coalesce(sum(n) filter (where is_disputed is not null), 0) as integer) as dispute_known,
    cast(coalesce(sum(n) filter (where is_disputed), 0) as integer) as disputed,
    cast(coalesce(sum(n) filter (where is_reopened), 0) as integer) as reopened,
    cast(coalesce(sum(reassignments), 0) as bigint) as reassignments
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
