-- One row per dimension and member: what customers pay a month at the month's end and have paid until then, and how much of it went with who left.
with contracts as (
  select
    stg_contracts.customer_id,
    case when stg_contracts.end_date is not null then (stg_contracts.end_date, stg_contracts.contract_id) end as ended,
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
    max_by(monthly_amount, ended) as last_amount,
    sum(amount_so_far) as total_amount
  from contracts
  group by customer_id
),

cards as (
  select
    int_customer_profiles.profile_id,
    -- Who left and has a dated contract in force came back.
    coalesce(int_customers_lifetime.has_left, false) and not (told.has_dates and coalesce(brought.is_in_force, false)) as is_lost,
    coalesce(brought.is_in_force, false) and not is_lost as is_paying,
    case when not is_lost then brought.monthly_amount end as monthly_amount,
    case when is_lost then coalesce(brought.last_amount, brought.monthly_amount) end as monthly_amount_lost,
    brought.total_amount,
    told_values.lifetime_value,
    told_values.tenure_months
  from int_customer_profiles
  -- Few exports say this on their cards.
  left join (select * from stg_customers where lifetime_value is not null or tenure_months is not null) as told_values on told_values.customer_id = int_customer_profiles.customer_id
  cross join (select count(start_date) > 0 as has_dates from stg_contracts) as told
  left join brought on brought.customer_id = int_customer_profiles.customer_id
  left join int_customers_lifetime on int_customers_lifetime.customer_id = int_customer_profiles.customer_id
  -- Where contracts have dates, who had none yet is no customer: prospects, cards kept twice.
  where not told.has_dates or brought.customer_id is not null
),

-- Customers alike in every dimension are summed up once.
profiles as (
  select
    profile_id,
    count(*) as customers,
    count(*) filter (where is_paying) as paying,
    count(*) filter (where is_lost) as lost,
    sum(monthly_amount) as monthly_amount,
    sum(monthly_amount_lost) as monthly_amount_lost,
    sum(total_amount) as total_amount,
    sum(total_amount) filter (where is_lost) as total_amount_lost,
    sum(lifetime_value) as lifetime_value,
    sum(lifetime_value) filter (where is_lost) as lifetime_value_lost,
    sum(tenure_months) as tenure_months,
    count(tenure_months) as tenures
  from cards
  group by profile_id
),

members as (
  select profile_id, 'all' as dimension, 'all' as member from profiles
  union all select profile_id, dimension, member from int_profile_dimensions
),

medians as (
  select members.dimension, members.member, quantile_cont(cards.tenure_months, 0.5) as median_tenure_months
  from members
  inner join cards on cards.profile_id = members.profile_id and cards.tenure_months is not null
  group by members.dimension, members.member
)

select
  members.dimension,
  members.member,
  cast(sum(profiles.customers) as integer) as customers,
  cast(sum(profiles.paying) as integer) as paying,
  cast(sum(profiles.lost) as integer) as lost,
  cast(sum(profiles.monthly_amount) as double) as monthly_amount,
  cast(sum(profiles.monthly_amount_lost) as double) as monthly_amount_lost,
  cast(sum(profiles.total_amount) as double) as total_amount,
  cast(sum(profiles.total_amount_lost) as double) as total_amount_lost,
  cast(sum(profiles.lifetime_value) as double) as lifetime_value,
  cast(sum(profiles.lifetime_value_lost) as double) as lifetime_value_lost,
  cast(sum(profiles.tenure_months) as double) / nullif(sum(profiles.tenures), 0) as mean_tenure_months,
  cast(max(medians.median_tenure_months) as double) as median_tenure_months
from profiles
inner join members on members.profile_id = profiles.profile_id
left join medians on medians.dimension = members.dimension and medians.member = members.member
group by members.dimension, members.member
