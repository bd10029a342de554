-- One row per customer at risk of leaving: when observed from, when left or last seen, and how it ended.
with contract_ends as (
  select
    this.customer_id,
    this.start_date,
    this.end_date,
    this.end_kind,
    -- A later contract that starts within the grace period carries the customer on.
    exists (
      select 1
      from stg_contracts as later
      where later.customer_id = this.customer_id
        and later.start_date <= this.end_date + to_days(cast(ref_churn.grace_days as integer))
        and (later.end_date is null or later.end_date > this.end_date)
    ) as is_carried_on,
    this.end_date + to_days(cast(ref_churn.grace_days as integer)) < ref_report.month_end as is_final
  from stg_contracts as this
  cross join ref_churn
  cross join ref_report
  where ref_churn.rule = 'contract'
    and this.start_date is not null
    and this.start_date < ref_report.month_end
),

first_losses as (
  select customer_id, min(end_date) as left_date, min_by(coalesce(end_kind, 'voluntary'), end_date) as end_kind
  from contract_ends
  where end_date is not null and not is_carried_on and is_final
  group by customer_id
),

by_contract as (
  select
    contract_ends.customer_id,
    min(contract_ends.start_date) as started_date,
    max(first_losses.left_date) as left_date,
    max(first_losses.end_kind) as end_kind
  from contract_ends
  left join first_losses on first_losses.customer_id = contract_ends.customer_id
  group by contract_ends.customer_id
)

select
  by_contract.customer_id,
  by_contract.started_date,
  by_contract.left_date,
  by_contract.end_kind,
  'days' as clock,
  greatest(0, date_diff('day', by_contract.started_date, ref_report.first_date)) as entered_at_time,
  greatest(0, date_diff('day', by_contract.started_date, coalesce(by_contract.left_date, cast(ref_report.month_end as date)))) as exited_at_time,
  by_contract.left_date is not null as has_left,
  coalesce(by_contract.end_kind, 'voluntary') = 'voluntary' as is_voluntary
from by_contract
cross join ref_report
-- Who had left before the records begin was never observed.
where by_contract.left_date is null or by_contract.left_date >= ref_report.first_date

union all

select
  stg_customers.customer_id,
  stg_customers.joined_date,
  stg_customers.left_date,
  case when stg_customers.is_churned then 'voluntary' end,
  'months',
  0,
  stg_customers.tenure_months,
  stg_customers.is_churned,
  true
from stg_customers
cross join ref_churn
where ref_churn.rule = 'stated' and stg_customers.is_churned is not null
