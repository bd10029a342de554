-- Tickets of no dimension may be more than there are, and those by rule must be met, breached or open, each once.
with totals as (
  select period, tickets from tickets_by_segment where dimension = 'all'
),

parts as (
  select period, dimension as part, sum(tickets) as tickets
  from tickets_by_segment
  where dimension <> 'all'
  group by period, dimension
)

select parts.period, parts.part, parts.tickets, totals.tickets as all_tickets
from parts
inner join totals on totals.period = parts.period
where parts.tickets > totals.tickets
union all
select 'rule', cast(policy as varchar), met + breached, tickets
from sla_by_policy
where met + breached > tickets
  or both_met + only_policy_met + only_export_met + both_breached + not_exported <> met + breached
