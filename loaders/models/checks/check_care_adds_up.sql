-- Care by kind, campaign and tier must add up to all of it.
with totals as (
  select acts, cost from care_by_group where dimension = 'all'
),

parts as (
  select dimension as part, sum(acts) as acts, sum(cost) as cost from care_by_group where dimension <> 'all' group by dimension
)

select parts.part, parts.acts, totals.acts as all_acts
from parts
cross join totals
where parts.acts <> totals.acts or abs(parts.cost - totals.cost) > 0.005
