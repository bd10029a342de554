-- One row per dimension, member and time (days, or months where the file has no dates).
with members as (
  select customer_id, 'all' as dimension, 'all' as member from int_customers_lifetime
  union all
  select customer_id, dimension, member from int_customer_dimensions where dimension in ('tier', 'region', 'customer_type', 'contract_type')
),

moments as (
  select
    members.dimension,
    members.member,
    int_customers_lifetime.clock,
    int_customers_lifetime.entered_at_time as time,
    1 as entered,
    0 as lost,
    0 as left_otherwise
  from int_customers_lifetime
  inner join members on members.customer_id = int_customers_lifetime.customer_id
  where int_customers_lifetime.exited_at_time > int_customers_lifetime.entered_at_time
  union all
  select
    members.dimension,
    members.member,
    int_customers_lifetime.clock,
    int_customers_lifetime.exited_at_time,
    0,
    case when int_customers_lifetime.has_left and int_customers_lifetime.is_voluntary then 1 else 0 end,
    case when int_customers_lifetime.has_left and int_customers_lifetime.is_voluntary then 0 else 1 end
  from int_customers_lifetime
  inner join members on members.customer_id = int_customers_lifetime.customer_id
  where int_customers_lifetime.exited_at_time > int_customers_lifetime.entered_at_time
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
