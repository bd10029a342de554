-- Returns by product and by reason must add up to all of them, what became of them to the requests, and the open to those listed.
with parts as (
  select dimension as part, sum(requests) as requests from returns_by_segment where dimension <> 'all' group by dimension
  union all
  select 'outcomes', accepted + exchanged + refused + still_open + not_told from returns_by_segment where dimension = 'all'
)

select parts.part, parts.requests, totals.requests as all_requests
from parts
cross join (select requests from returns_by_segment where dimension = 'all') as totals
where parts.requests <> totals.requests
union all
select 'cohorts', sum(shipped), (select count(*) from int_shipped_lines)
from return_cohorts where age_days = 30
having sum(shipped) <> (select count(*) from int_shipped_lines)
