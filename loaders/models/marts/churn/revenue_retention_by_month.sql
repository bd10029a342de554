-- One row per month: monthly contract amounts at its start, and what the same customers pay at its end.
with nexts as (
  select
    this.contract_id,
    min(later.start_date) as next_date
  from stg_contracts as this
  inner join stg_contracts as later on later.customer_id = this.customer_id
  cross join ref_churn
  where later.start_date > this.end_date
    and later.start_date <= this.end_date + to_days(cast(ref_churn.grace_days as integer))
  group by this.contract_id
),

-- A gap within the grace is no loss: the old amount stands until the next contract begins.
covered as (
  select
    stg_contracts.customer_id,
    stg_contracts.start_date,
    coalesce(nexts.next_date, stg_contracts.end_date + interval 1 day, date '9999-01-01') as until_date,
    stg_contracts.monthly_amount
  from stg_contracts
  cross join ref_churn
  left join nexts on nexts.contract_id = stg_contracts.contract_id
  where ref_churn.rule = 'contract' and stg_contracts.monthly_amount is not null and stg_contracts.customer_id is not null
),

sums as (
  select
    ref_months.month,
    covered.customer_id,
    sum(covered.monthly_amount) filter (where covered.start_date <= ref_months.month_start and covered.until_date > ref_months.month_start) as opening,
    coalesce(sum(covered.monthly_amount) filter (where covered.start_date <= ref_months.month_end and covered.until_date > ref_months.month_end), 0) as closing
  from ref_months
  inner join covered on covered.start_date <= ref_months.month_end and covered.until_date > ref_months.month_start
  group by ref_months.month, covered.customer_id
),

kept as (
  select
    sums.*,
    case when int_churn_losses.is_voluntary = false then sums.opening else 0 end as otherwise,
    least(sums.opening, sums.closing) as kept
  from sums
  left join int_churn_losses
    on int_churn_losses.customer_id = sums.customer_id
    and int_churn_losses.month = sums.month
    and sums.closing = 0
  where sums.opening > 0
)

select
  month,
  cast(count(*) as integer) as customers,
  cast(sum(opening) as double) as opening_amount,
  cast(sum(kept) as double) as kept_amount,
  cast(sum(closing) as double) as closing_amount,
  cast(sum(case when closing = 0 then opening - otherwise else 0 end) as double) as lost_amount,
  cast(sum(otherwise) as double) as ended_otherwise_amount,
  cast(sum(opening * opening) as double) as opening_sq,
  cast(sum(kept * kept) as double) as kept_sq,
  cast(sum(kept * opening) as double) as kept_opening,
  cast(sum(closing * closing) as double) as closing_sq,
  cast(sum(closing * opening) as double) as closing_opening
from kept
group by month
