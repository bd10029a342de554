-- One row per month or window, dimension and member: the customer-months (days there, of the days of the month) that active customers were there to complain.
-- Who is active is told by contracts, or by orders where there are none; of months after these end nobody knows.
with base as (
  select case when count(start_date) > 0 then 'contracts' else 'orders' end as metric from stg_contracts
),

unknown as (
  select metric_months.month
  from metric_months
  inner join base on base.metric = metric_months.metric
  where metric_months.state = 'missing' and not metric_months.is_quiet
),

-- Only the days that the tickets of a month speak for.
spans as (
  select
    ref_months.month,
    case when told.reason = 'begins_late' then ref_months.month_end - told.covered_days else ref_months.month_start end as from_date,
    case when told.reason = 'begins_late' then ref_months.month_end else ref_months.month_start + coalesce(told.covered_days, ref_months.days) end as to_date,
    ref_months.days,
    ref_months.month_start >= ref_report.window_start as is_in_window
  from ref_months
  cross join ref_report
  left join metric_months as told on told.metric = 'complaint_rate' and told.month = ref_months.month
  where ref_months.month not in (select month from unknown) and coalesce(told.covered_days, ref_months.days) > 0
),

-- Customers who came and went on the same days and are alike in every dimension are counted together.
stays as (
  select profile_id, active_from, active_to, count(*) as customers
  from int_customer_profiles
  where active_from is not null
    -- A list of those who left says nothing of all the others.
    and (select has_base from ref_churn)
    -- Who left before they came was not there for less than no days.
    and (active_to is null or active_to > active_from)
  group by profile_id, active_from, active_to
),

stayed as (
  select
    spans.month,
    spans.is_in_window,
    stays.profile_id,
    stays.active_from,
    stays.active_to,
    stays.customers,
    -- As decimals, whose sum is the same in any order.
    cast(stays.customers
    * date_diff('day', greatest(spans.from_date, stays.active_from), least(spans.to_date, coalesce(stays.active_to, spans.to_date)))
    / spans.days as decimal(28, 10)) as customer_months
  from stays
  inner join spans on stays.active_from < spans.to_date and (stays.active_to is null or stays.active_to > spans.from_date)
),

in_window as (
  select profile_id, max(customers) as customers, sum(customer_months) as customer_months
  from stayed
  where is_in_window
  group by profile_id, active_from, active_to
),

days as (
  select month as period, profile_id, sum(customers) as customers, sum(customer_months) as customer_months
  from stayed
  group by month, profile_id
  union all
  select 'window', profile_id, sum(customers), sum(customer_months)
  from in_window
  cross join ref_report
  where (select count(*) from unknown where month >= month_of(ref_report.window_start) and month <= ref_report.month) = 0
  group by profile_id
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
  sum(days.customer_months) as customer_months,
  cast(sum(days.customers) as bigint) as customers
from days
inner join members on members.profile_id = days.profile_id
group by days.period, members.dimension, members.member
