-- One row per dimension and member: customers lost, approached, reached, back, and back within 180 days of the approach.
with members as (
  select *, 'all' as dimension, 'all' as member from int_winback
  union all
  select *, 'tier', tier from int_winback
  union all
  select *, 'cause', cause from int_winback
  union all
  select *, 'caller', role from int_winback where role is not null
  union all
  select *, 'offer', offer from int_winback where offer is not null
  union all
  select
    *,
    'wait',
    case
      when date_diff('day', left_date, contacted_date) < 60 then '0-1'
      when date_diff('day', left_date, contacted_date) < 120 then '2-3'
      when date_diff('day', left_date, contacted_date) < 180 then '4-5'
      else '6+'
    end
  from int_winback
  where contacted_date is not null and left_date is not null
)

select
  members.dimension,
  members.member,
  cast(count(*) as integer) as lost,
  cast(count(members.contacted_date) as integer) as contacted,
  cast(count(*) filter (where members.is_reached) as integer) as reached,
  cast(count(members.returned_date) as integer) as returned,
  -- Only approaches that have had their 180 days, the last of them whole.
  cast(count(*) filter (where members.contacted_date + interval 180 day < ref_churn.known_until) as integer) as aged,
  cast(count(*) filter (where members.contacted_date + interval 180 day < ref_churn.known_until
    and members.returned_date <= members.contacted_date + interval 180 day) as integer) as returned_180
from members
cross join ref_churn
where exists (select 1 from stg_winback_contacts)
group by members.dimension, members.member
