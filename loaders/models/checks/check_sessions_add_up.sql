-- Chat sessions by hour and by how they ended must add up to all, those by queue be no more, and the answered no more than those offered.
with totals as (
  select offered, answered from sessions_by_segment where dimension = 'all'
),

parts as (
  select dimension as part, sum(offered) as offered, sum(answered) as answered
  from sessions_by_segment
  where dimension <> 'all'
  group by dimension
)

select parts.part, parts.offered, totals.offered as all_offered
from parts
cross join totals
where parts.offered > totals.offered
  or (parts.part <> 'queue' and (parts.offered <> totals.offered or parts.answered <> totals.answered))
union all
select dimension || ' ' || member, answered, offered from sessions_by_segment where answered > offered
