-- One row per dimension and member: what customers pay a month at the month's end and have paid until then, and how much of it went with who left.
with contracts as (
  select
    stg_contracts.customer_id,
    stg_contracts.end_date,
    stg_contracts.monthly_amount,
    coalesce(stg_contracts.end_date >= cast(ref_report.month_end as date) - 1, true) as is_in_force,
    -- Of a contract that runs on, the part of its days gone by; of one without dates all that is told.
    cast(stg_contracts.total_amount * case
      when stg_contracts.end_date >= cast(ref_report.month_end as date) and stg_contracts.end_date > stg_contracts.start_date
        then date_diff('day', stg_contracts.start_date, cast(ref_report.month_end as date)) / (date_diff('day', stg_contracts.start_date, stg_contracts.end_date) + 1)
      else 1
    end as decimal(18, 4)) as amount_so_far
  from stg_contracts
  cross join ref_report
  where stg_contracts.customer_id is not null
    and coalesce(stg_contracts.start_date < cast(ref_report.month_end as date), true)
),

brought as (
  select
    customer_id,
    bool_or(is_in_force) as is_in_force,
    sum(monthly_amount) filter (where is_in_force) as monthly_amount,
    max_by(monthly_amount, end_date) as last_amount,
    sum(amount_so_far) as total_amount
  from contracts
  group by customer_id
),

cards as (
  select
    stg_customers.customer_id,
    -- Who left and has a dated contract in force came back.
    coalesce(int_customers_lifetime.has_left, false) and not (told.has_dates and coalesce(brought.is_in_force, false)) as is_lost,
    coalesce(brought.is_in_force, false) and not is_lost as is_paying,
    case when not is_lost then brought.monthly_amount end as monthly_amount,
    case when is_lost then coalesce(brought.last_amount, brought.monthly_amount) end as monthly_amount_lost,
    brought.total_amount,
    stg_customers.lifetime_value,
    stg_customers.tenure_months
  from stg_customers
  cross join (select count(start_date) > 0 as has_dates from stg_contracts) as told
  left join brought on brought.customer_id = stg_customers.customer_id
  left join int_customers_lifetime on int_customers_lifetime.customer_id = stg_customers.customer_id
  -- Where contracts have dates, who had none yet is no customer: prospects, cards kept twice.
  where not told.has_dates or brought.customer_id is not null
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
  cast(count(*) filter (where cards.is_paying) as integer) as paying,
  cast(count(*) filter (where cards.is_lost) as integer) as lost,
  cast(sum(cards.monthly_amount) as double) as monthly_amount,
  cast(sum(cards.monthly_amount_lost) as double) as monthly_amount_lost,
  cast(sum(cards.total_amount) as double) as total_amount,
  cast(sum(cards.total_amount) filter (where cards.is_lost) as double) as total_amount_lost,
  cast(sum(cards.lifetime_value) as double) as lifetime_value,
  cast(sum(cards.lifetime_value) filter (where cards.is_lost) as double) as lifetime_value_lost,
  cast(avg(cards.tenure_months) as double) as mean_tenure_months,
  cast(quantile_cont(cards.tenure_months, 0.5) as double) as median_tenure_months
from cards
inner join members on members.customer_id = cards.customer_id
group by members.dimension, members.member
