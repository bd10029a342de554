-- One row per period and cause: customers lost and what they paid a month; "unknown" is who told nobody why.
with losses as (
  select period, coalesce(cause, 'unknown') as cause, monthly_amount from int_churn_lost_periods
  union all
  -- Interviews whose end of custom is in no other record.
  select int_churn_told.period, coalesce(int_churn_told.cause, 'unknown'), int_churn_told.monthly_amount
  from int_churn_told
  where not exists (select 1 from int_churn_losses where int_churn_losses.interview_id = int_churn_told.interview_id)
)

select
  period,
  cause,
  cast(count(*) as integer) as customers,
  cast(sum(monthly_amount) as double) as monthly_amount,
  cast(sum(monthly_amount * monthly_amount) as double) as amount_sq
from losses
group by period, cause
