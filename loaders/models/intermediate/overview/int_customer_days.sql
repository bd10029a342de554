-- One row per month or window, dimension and member: the days that active customers were there to complain.
with spans as (
  select month as period, month_start as from_date, month_end as to_date from ref_months
  union all
  select 'window', window_start, cast(month_end as date) from ref_report where month is not null
),

-- Customers who came and went on the same days and are alike in every dimension are counted together.
stays as (
  select
    int_customer_profiles.profile_id,
    int_customers_tiered.active_from,
    cast(int_customers_tiered.active_to as date) as active_to,
    count(*) as customers
  from int_customers_tiered
  inner join int_customer_profiles on int_customer_profiles.customer_id = int_customers_tiered.customer_id
  where int_customers_tiered.active_from is not null
  group by int_customer_profiles.profile_id, int_customers_tiered.active_from, cast(int_customers_tiered.active_to as date)
),

days as (
  select
    spans.period,
    stays.profile_id,
    sum(stays.customers) as customers,
    sum(
      stays.customers
      * date_diff('day', greatest(spans.from_date, stays.active_from), least(spans.to_date, coalesce(stays.active_to, spans.to_date)))
    ) as customer_days
  from stays
  inner join spans on stays.active_from < spans.to_date and (stays.active_to is null or stays.active_to > spans.from_date)
  group by spans.period, stays.profile_id
),

members as (
  select distinct profile_id, 'all' as dimension, 'all' as member from int_customer_profiles
  union all
  select profile_id, dimension, member from int_profile_dimensions
)

select
  days.period,
  members.dimension,
  members.member,
  cast(sum(days.customer_days) as bigint) as customer_days,
  cast(sum(days.customers) as bigint) as customers
from days
inner join members on members.profile_id = days.profile_id
group by days.period, members.dimension, members.member
