-- One row per month.
with counted as (
  select
    month,
    count(*) filter (where is_voluntary) as lost,
    count(*) filter (where not is_voluntary) as ended_otherwise,
    count(*) filter (where end_kind = 'eliminated') as eliminated,
    count(*) filter (where end_kind = 'involuntary') as involuntary,
    count(*) filter (where end_kind = 'moved') as moved
  from int_churn_losses
  where month is not null
  group by month
),

pending as (
  select month_of(last_date) as month, count(*) as customers
  from int_churn_ends
  where factor = 1 and is_pending
  group by month_of(last_date)
),

exposed as (
  select
    ref_months.month,
    sum(date_diff('day', greatest(ref_months.month_start, int_churn_ends.started_date), least(ref_months.month_end, coalesce(int_churn_ends.left_date, ref_months.month_end)))) as customer_days,
    -- Who came or left on the first day was there that day.
    count(*) filter (where int_churn_ends.started_date <= ref_months.month_start) as opening_customers
  from ref_months
  inner join int_churn_ends on int_churn_ends.started_date < ref_months.month_end
    and (int_churn_ends.left_date is null or int_churn_ends.left_date >= ref_months.month_start)
  where int_churn_ends.factor = 1
  group by ref_months.month
)

select
  ref_months.month,
  ref_months.days,
  cast(coalesce(counted.lost, 0) as integer) as lost,
  cast(coalesce(counted.ended_otherwise, 0) as integer) as ended_otherwise,
  cast(coalesce(counted.eliminated, 0) as integer) as eliminated,
  cast(coalesce(counted.involuntary, 0) as integer) as involuntary,
  cast(coalesce(counted.moved, 0) as integer) as moved,
  cast(coalesce(pending.customers, 0) as integer) as pending,
  cast(exposed.customer_days as bigint) as customer_days,
  cast(exposed.opening_customers as integer) as opening_customers,
  -- An end younger than the grace may still be renewed; silence younger than the rule's days may still be broken.
  ref_months.month_end > cast(ref_churn.known_until as date) - to_days(cast(case when ref_churn.rule = 'inactivity' then 0 else ref_churn.grace_days end as integer)) as is_provisional
from ref_months
cross join ref_churn
inner join exposed on exposed.month = ref_months.month
left join counted on counted.month = ref_months.month
left join pending on pending.month = ref_months.month
-- Before it is known who left, and in the first silent days of the records, no loss can show.
where ref_months.month_start >= ref_churn.first_date + to_days(cast(case when ref_churn.rule = 'inactivity' then ref_churn.silent_days else 0 end as integer))
