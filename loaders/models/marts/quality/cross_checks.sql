-- One row per check across tables: records it was made on, and those that fail it.
with hits as (
  select check_id, count(*) as records, count(distinct customer_id) as customers
  from int_cross_check_hits
  group by check_id
)

select
  int_cross_check_bases.check_id,
  cast(int_cross_check_bases.base as integer) as base,
  cast(coalesce(hits.records, 0) as integer) as hits,
  cast(coalesce(hits.customers, 0) as integer) as customers
from int_cross_check_bases
left join hits on hits.check_id = int_cross_check_bases.check_id
