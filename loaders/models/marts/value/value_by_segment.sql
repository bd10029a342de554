-- One row per dimension and member: what customers bring a month and have brought, and how much of it left with them.
with brought as (
  select
    customer_id,
    sum(monthly_amount) as monthly_amount,
    sum(total_amount) as total_amount
  from stg_contracts
  where customer_id is not null
  group by customer_id
),

cards as (
  select
    stg_customers.customer_id,
    brought.monthly_amount,
    brought.total_amount,
    stg_customers.lifetime_value,
    stg_customers.tenure_months,
    coalesce(int_customers_lifetime.has_left, false) as is_lost
  from stg_customers
  left join brought on brought.customer_id = stg_customers.customer_id
  left join int_customers_lifetime on int_customers_lifetime.customer_id = stg_customers.customer_id
),

members as (
  select customer_id, 'all' as dimension, 'all' as member from stg_customers
  union all
  select customer_id, dimension, member from int_customer_dimensions
)

select
  members.dimension,
  members.member,
  cast(count(*) as integer) as customers,
  cast(count(*) filter (where cards.is_lost) as integer) as lost,
  cast(sum(cards.monthly_amount) as double) as monthly_amount,
  cast(sum(cards.monthly_amount) filter (where cards.is_lost) as double) as monthly_amount_lost,
  cast(sum(cards.total_amount) as double) as total_amount,
  cast(sum(cards.total_amount) filter (where cards.is_lost) as double) as total_amount_lost,
  cast(sum(cards.lifetime_value) as double) as lifetime_value,
  cast(sum(cards.lifetime_value) filter (where cards.is_lost) as double) as lifetime_value_lost,
  cast(avg(cards.tenure_months) as double) as mean_tenure_months,
  cast(quantile_cont(cards.tenure_months, 0.5) as double) as median_tenure_months
from cards
inner join members on members.customer_id = cards.customer_id
group by members.dimension, members.member
