-- The members of a dimension must not hold more records than there are.
with parts as (
  select metric, period, dimension, sum(n) as n
  from metric_by_segment
  where dimension <> 'all'
  group by metric, period, dimension
)

select parts.metric, parts.period, parts.dimension, parts.n, totals.n as all_n
from parts
left join metric_by_segment as totals
  on totals.metric = parts.metric and totals.period = parts.period and totals.dimension = 'all'
where parts.n > coalesce(totals.n, 0)
