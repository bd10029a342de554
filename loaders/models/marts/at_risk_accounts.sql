-- One row per customer still there with a signal in the last 90 days: which, since when, and what is at stake.
with actives as (
  select int_churn_ends.customer_id
  from int_churn_ends
  where int_churn_ends.factor = 1 and int_churn_ends.left_date is null
  group by int_churn_ends.customer_id
),

recent as (
  select
    int_churn_signal_dates.customer_id,
    max(int_churn_signal_dates.signal_date) filter (where int_churn_signal_dates.signal = 'complaint') as complaint,
    max(int_churn_signal_dates.signal_date) filter (where int_churn_signal_dates.signal = 'low_score') as low_score,
    max(int_churn_signal_dates.signal_date) filter (where int_churn_signal_dates.signal = 'fewer_orders') as fewer_orders,
    max(int_churn_signal_dates.signal_date) filter (where int_churn_signal_dates.signal = 'unanswered_callback') as unanswered_callback,
    max(int_churn_signal_dates.signal_date) filter (where int_churn_signal_dates.signal = 'rival_mentioned') as rival_mentioned
  from int_churn_signal_dates
  cross join ref_report
  where int_churn_signal_dates.signal_date >= ref_report.month_end - interval 90 day
    and int_churn_signal_dates.signal_date < ref_report.month_end
  group by int_churn_signal_dates.customer_id
),

dues as (
  select stg_contracts.customer_id, min(stg_contracts.end_date) as due_date, sum(stg_contracts.monthly_amount) as monthly_amount
  from stg_contracts
  cross join ref_report
  cross join ref_churn
  where stg_contracts.start_date < ref_report.month_end
    and stg_contracts.end_date >= ref_report.month_end - to_days(cast(ref_churn.grace_days as integer))
  group by stg_contracts.customer_id
),

listed as (
  select
    actives.customer_id,
    coalesce(int_customer_standing.end_tier, 'unknown') as tier,
    coalesce(stg_customers.region, 'unknown') as region,
    stg_customers.owner,
    greatest(coalesce(int_customer_standing.revenue, 0), coalesce(dues.monthly_amount, 0) * 12) as yearly_amount,
    recent.* exclude (customer_id),
    case when dues.due_date < ref_report.month_end + interval 60 day then dues.due_date end as contract_due
  from actives
  inner join recent on recent.customer_id = actives.customer_id
  cross join ref_report
  left join int_customer_standing on int_customer_standing.customer_id = actives.customer_id
  left join stg_customers on stg_customers.customer_id = actives.customer_id
  left join dues on dues.customer_id = actives.customer_id
)

select
  customer_id,
  tier,
  region,
  owner,
  cast(yearly_amount as double) as yearly_amount,
  cast(complaint as varchar) as complaint,
  cast(low_score as varchar) as low_score,
  cast(fewer_orders as varchar) as fewer_orders,
  cast(unanswered_callback as varchar) as unanswered_callback,
  cast(rival_mentioned as varchar) as rival_mentioned,
  cast(contract_due as varchar) as contract_due
from listed
-- Far more than anybody calls; the page ranks by what is expected to be lost.
qualify row_number() over (
  order by
    (case when complaint is null then 0 else 1 end + case when low_score is null then 0 else 1 end
      + case when fewer_orders is null then 0 else 1 end + case when unanswered_callback is null then 0 else 1 end
      + case when rival_mentioned is null then 0 else 3 end + case when contract_due is null then 0 else 1 end) * yearly_amount desc,
    customer_id
) <= 300
