-- Kept, missed, open and never promised must add up to the requests, by kind and by tier, and the missed to those listed.
with totals as (
  select * from commitments_by_kind where dimension = 'all'
)

select dimension || ' ' || member as part, requests
from commitments_by_kind
where requests <> kept + missed + still_open + unpromised
union all
select parts.dimension, parts.requests
from (select dimension, sum(requests) as requests from commitments_by_kind where dimension <> 'all' group by dimension) as parts
cross join totals
where parts.requests <> totals.requests
union all
select 'listed', missed from totals where missed <> (select count(*) from commitments_missed_listed)
