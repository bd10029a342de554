-- Complaints by category, channel or region may not be more than there are, nor those done more than those made.
with totals as (
  select period, complaints from complaints_by_segment where dimension = 'all'
),

-- A customer has one member of each of these.
parts as (
  select period, dimension as part, sum(complaints) as complaints
  from complaints_by_segment
  where dimension in ('category', 'channel', 'product', 'brand', 'responsible', 'city', 'region', 'tier', 'segment')
  group by period, dimension
)

select parts.period, parts.part, parts.complaints, totals.complaints as all_complaints
from parts
inner join totals on totals.period = parts.period
where parts.complaints > totals.complaints
union all
select period, dimension || ' ' || member, done, complaints from complaints_by_segment where done > complaints
