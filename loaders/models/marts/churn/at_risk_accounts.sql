-- One row per customer to call: contract ended and not renewed, ending within 60 days, or a signal in the last 90 days. (Nothing without int_churn_ends.)
with actives as (
  select int_churn_ends.customer_id, int_churn_ends.last_date, int_churn_ends.is_pending
  from int_churn_ends
  where int_churn_ends.factor = 1 and int_churn_ends.left_date is null
  qualify row_number() over (partition by int_churn_ends.customer_id order by int_churn_ends.last_date desc, int_churn_ends.spell desc) = 1
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

-- What is paid under contracts in force, or was paid under the one that ran out.
amounts as (
  select
    actives.customer_id,
    sum(stg_contracts.monthly_amount) filter (where stg_contracts.end_date is null or stg_contracts.end_date >= ref_churn.known_until) as current_amount,
    sum(stg_contracts.monthly_amount) filter (where stg_contracts.end_date = actives.last_date) as last_amount
  from actives
  inner join stg_contracts on stg_contracts.customer_id = actives.customer_id
  cross join ref_churn
  where stg_contracts.start_date < ref_churn.known_until
  group by actives.customer_id
),

listed as (
  select
    actives.customer_id,
    coalesce(int_customer_standing.end_tier, 'unknown') as tier,
    coalesce(stg_customers.region, 'unknown') as region,
    stg_customers.owner,
    case
      when ref_churn.rule <> 'contract' then ''
      when actives.is_pending then 'lapsed'
      when actives.last_date < ref_churn.known_until + interval 60 day then 'due'
      else ''
    end as status,
    actives.last_date as ends_date,
    date_diff('day', actives.last_date, cast(ref_churn.known_until as date)) - 1 as days_lapsed,
    greatest(coalesce(int_customer_standing.revenue, 0), coalesce(amounts.current_amount, amounts.last_amount, 0) * 12) as yearly_amount,
    recent.* exclude (customer_id)
  from actives
  cross join ref_report
  cross join ref_churn
  left join recent on recent.customer_id = actives.customer_id
  left join int_customer_standing on int_customer_standing.customer_id = actives.customer_id
  left join stg_customers on stg_customers.customer_id = actives.customer_id
  left join amounts on amounts.customer_id = actives.customer_id
)

select
  customer_id,
  tier,
  region,
  owner,
  status,
  case when status <> '' then cast(ends_date as varchar) end as ends_date,
  case when status = 'lapsed' then cast(days_lapsed as integer) end as days_lapsed,
  cast(yearly_amount as double) as yearly_amount,
  cast(complaint as varchar) as complaint,
  cast(low_score as varchar) as low_score,
  cast(fewer_orders as varchar) as fewer_orders,
  cast(unanswered_callback as varchar) as unanswered_callback,
  cast(rival_mentioned as varchar) as rival_mentioned
from listed
where status <> '' or complaint is not null or low_score is not null or fewer_orders is not null
  or unanswered_callback is not null or rival_mentioned is not null
-- Far more than anybody calls; the page ranks by what is expected to be lost.
qualify row_number() over (
  order by
    case status when 'lapsed' then 0 when 'due' then 1 else 2 end,
    (1 + case when rival_mentioned is null then 0 else 2 end + case when complaint is null then 0 else 1 end
      + case when low_score is null then 0 else 1 end) * yearly_amount desc,
    customer_id
) <= 500
