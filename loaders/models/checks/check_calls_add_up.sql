-- Calls offered must be those answered and those given up, and those by weekday and by queue never more than all.
with totals as (
  select offered from calls_by_segment where dimension = 'all'
),

parts as (
  select dimension as part, sum(offered) as offered from calls_by_segment where dimension <> 'all' group by dimension
)

select dimension || ' ' || member as part, offered, answered + abandoned as others
from calls_by_segment
where offered <> answered + abandoned
union all
select parts.part, parts.offered, totals.offered
from parts
cross join totals
where parts.offered > totals.offered or (parts.part = 'weekday' and parts.offered <> totals.offered)
