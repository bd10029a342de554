-- Cards by owner, tier and standing must add up to all of them, and those to be reviewed to those listed.
with totals as (
  select cards, stale, in_order from customer_files where dimension = 'all'
)

select parts.dimension, parts.cards
from (select dimension, sum(cards) as cards, sum(stale) as stale from customer_files where dimension <> 'all' group by dimension) as parts
cross join totals
where parts.cards <> totals.cards or parts.stale <> totals.stale
union all
select 'listed', cards - in_order from totals where cards - in_order <> (select count(*) from customer_files_listed)
