-- One row per dimension and member: requests of the window, kept, missed or open, and who was entitled or paid.
select
  case when grouping(category) = 0 then 'category' when grouping(tier) = 0 then 'tier' else 'all' end as dimension,
  case when grouping(category) = 0 then category when grouping(tier) = 0 then tier else 'all' end as member,
  cast(count(*) as integer) as requests,
  cast(count(*) filter (where outcome = 'kept') as integer) as kept,
  cast(count(*) filter (where outcome = 'missed') as integer) as missed,
  cast(count(*) filter (where outcome = 'open') as integer) as still_open,
  cast(count(*) filter (where outcome = 'unpromised') as integer) as unpromised,
  cast(count(is_entitled) as integer) as entitled_known,
  cast(count(*) filter (where is_entitled) as integer) as entitled,
  cast(count(is_entitled) filter (where is_entitled_by_rule is not null) as integer) as ruled,
  cast(count(*) filter (where is_entitled and not is_entitled_by_rule) as integer) as given_below,
  cast(count(*) filter (where fee > 0 and is_entitled_by_rule) as integer) as charged_entitled,
  cast(count(*) filter (where fee > 0) as integer) as paid,
  cast(coalesce(sum(fee), 0) as double) as fee,
  cast(min(fee) filter (where fee > 0) as double) as fee_min,
  cast(max(fee) as double) as fee_max
from int_commitments
group by grouping sets ((), (category), (tier))
having count(*) > 0
