-- One row per signal: of those who left, how many gave it in the 180 days before, and how long before (first time).
with leavers as (
  -- Signals come before the last order or the contract's end, not only before the silence was long enough.
  select int_churn_ends.customer_id, int_churn_ends.last_date as ended_date
  from int_churn_ends
  cross join ref_report
  cross join ref_churn
  where int_churn_ends.factor = 1
    and int_churn_ends.left_date is not null
    and int_churn_ends.is_voluntary
    and int_churn_ends.last_date >= greatest(ref_report.first_date + interval 180 day, ref_churn.first_date)
),

firsts as (
  select leavers.customer_id, leavers.ended_date, int_churn_signal_dates.signal, min(int_churn_signal_dates.signal_date) as first_date
  from leavers
  inner join int_churn_signal_dates on int_churn_signal_dates.customer_id = leavers.customer_id
    and int_churn_signal_dates.signal_date < leavers.ended_date
    and int_churn_signal_dates.signal_date >= leavers.ended_date - interval 180 day
  group by leavers.customer_id, leavers.ended_date, int_churn_signal_dates.signal
),

totals as (
  select count(*) as customers from leavers
)

select
  firsts.signal,
  cast(count(*) as integer) as signalled,
  cast(max(totals.customers) as integer) as lost,
  cast(pct(date_diff('day', firsts.first_date, firsts.ended_date), 0.5) as double) as median_days,
  cast(pct(date_diff('day', firsts.first_date, firsts.ended_date), 0.25) as double) as short_days,
  cast(pct(date_diff('day', firsts.first_date, firsts.ended_date), 0.75) as double) as long_days
from firsts
cross join totals
group by firsts.signal
