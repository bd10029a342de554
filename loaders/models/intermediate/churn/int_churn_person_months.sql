-- One row per customer and month begun as a customer: signals of the 90 days before it, and whether custom ended in it.
with spans as (
  select ref_months.month, ref_months.month_start, ref_months.month_end, int_churn_ends.customer_id, int_churn_ends.is_voluntary,
    -- Who falls silent is lost when the silence is long enough, but a signal comes before the last order.
    case when int_churn_ends.left_date is not null then int_churn_ends.last_date end as ended_date
  from ref_months
  cross join ref_report
  cross join ref_churn
  inner join int_churn_ends on int_churn_ends.started_date < ref_months.month_start
    and (int_churn_ends.left_date is null or int_churn_ends.last_date >= ref_months.month_start)
  where int_churn_ends.factor = 1
    -- Ninety days of records before, and a month whose losses are final.
    and ref_months.month_start >= greatest(ref_report.first_date + interval 90 day, ref_churn.first_date)
    and ref_months.month_end <= cast(ref_churn.known_until as date) - to_days(cast(case when ref_churn.rule = 'inactivity' then ref_churn.silent_days else ref_churn.grace_days end as integer))
),

dues as (
  select distinct spans.month, spans.customer_id
  from spans
  inner join stg_contracts on stg_contracts.customer_id = spans.customer_id
    and stg_contracts.end_date >= spans.month_start
    and stg_contracts.end_date < spans.month_end
),

signals as (
  select distinct spans.month, spans.customer_id, int_churn_signal_dates.signal
  from spans
  inner join int_churn_signal_dates on int_churn_signal_dates.customer_id = spans.customer_id
    and int_churn_signal_dates.signal_date >= spans.month_start - interval 90 day
    and int_churn_signal_dates.signal_date <= spans.month_start
    and (int_churn_signal_dates.signal = 'fewer_orders' or int_churn_signal_dates.signal_date < spans.month_start)
    and (int_churn_signal_dates.signal <> 'fewer_orders' or int_churn_signal_dates.signal_date = spans.month_start)
)

select
  spans.month,
  spans.customer_id,
  coalesce(max(stg_customers.region), 'unknown') as region,
  max(case when signals.signal = 'complaint' then 1 else 0 end) as complaint,
  max(case when signals.signal = 'low_score' then 1 else 0 end) as low_score,
  max(case when signals.signal = 'fewer_orders' then 1 else 0 end) as fewer_orders,
  max(case when signals.signal = 'unanswered_callback' then 1 else 0 end) as unanswered_callback,
  max(case when signals.signal = 'rival_mentioned' then 1 else 0 end) as rival_mentioned,
  max(case when dues.customer_id is not null then 1 else 0 end) as contract_due,
  max(case when spans.is_voluntary and spans.ended_date < spans.month_end then 1 else 0 end) as has_left
from spans
left join signals on signals.month = spans.month and signals.customer_id = spans.customer_id
left join stg_customers on stg_customers.customer_id = spans.customer_id
left join dues on dues.month = spans.month and dues.customer_id = spans.customer_id
group by spans.month, spans.customer_id
