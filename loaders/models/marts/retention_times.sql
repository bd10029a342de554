-- One row per dimension, member and time (days, or months where the file has no dates).
with members as (
  select customer_id, dimension, member
  from int_churn_members
  where dimension in ('all', 'region', 'customer_type', 'contract_type')
  union all
  -- The tier held at the end of observation, alike for those who left and those who stayed.
  select customer_id, 'tier', end_tier from int_customer_standing where end_tier is not null
  union all
  select customer_id, 'cohort', cast(extract('year' from started_date) as varchar)
  from int_customers_lifetime
  where started_date is not null and clock = 'days'
),

lives as (
  select members.dimension, members.member, int_customers_lifetime.*
  from int_customers_lifetime
  inner join members on members.customer_id = int_customers_lifetime.customer_id
  where int_customers_lifetime.exited_at_time > int_customers_lifetime.entered_at_time
),

moments as (
  select dimension, member, clock, entered_at_time as time, 1 as entered, 0 as lost, 0 as left_otherwise from lives
  union all
  select
    dimension,
    member,
    clock,
    exited_at_time,
    0,
    case when has_left and is_voluntary then 1 else 0 end,
    case when has_left and is_voluntary then 0 else 1 end
  from lives
)

select
  dimension,
  member,
  clock,
  cast(time as integer) as time,
  cast(sum(entered) as integer) as entered,
  cast(sum(lost) as integer) as lost,
  cast(sum(left_otherwise) as integer) as left_otherwise
from moments
group by dimension, member, clock, time
