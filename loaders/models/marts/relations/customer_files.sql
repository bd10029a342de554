-- One row per dimension and member: customer cards, those not reviewed for a year, and those that lack something.
select
  case
    when grouping(owner) = 0 then 'owner'
    when grouping(tier) = 0 then 'tier'
    when grouping(standing) = 0 then 'standing'
    else 'all'
  end as dimension,
  case when grouping(owner) = 0 then owner when grouping(tier) = 0 then tier when grouping(standing) = 0 then standing else 'all' end as member,
  cast(count(*) as integer) as cards,
  cast(count(*) filter (where is_dated_at_all) as integer) as dated,
  cast(count(*) filter (where is_stale) as integer) as stale,
  cast(count(*) filter (where is_complete) as integer) as complete,
  cast(count(*) filter (where lacks_contact) as integer) as no_contact,
  cast(count(*) filter (where lacks_owner) as integer) as no_owner,
  cast(count(*) filter (where lacks_date) as integer) as no_date,
  cast(count(*) filter (where is_complete and not is_stale) as integer) as in_order
from int_customer_files
group by grouping sets ((), (owner), (tier), (standing))
having count(*) > 0
