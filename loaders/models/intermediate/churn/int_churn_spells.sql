-- One row per variant of the churn rule, customer and stretch of being one: when it began, ended, and how.
with contract_runs as (
  select
    ref_churn_variants.factor,
    ref_churn_variants.grace_days,
    stg_contracts.customer_id,
    stg_contracts.contract_id,
    stg_contracts.start_date,
    coalesce(stg_contracts.end_date, date '9999-01-01') as end_date,
    stg_contracts.end_kind,
    max(coalesce(stg_contracts.end_date, date '9999-01-01')) over (
      partition by ref_churn_variants.factor, stg_contracts.customer_id
      order by stg_contracts.start_date, stg_contracts.contract_id
      rows between unbounded preceding and 1 preceding
    ) as covered_to
  from stg_contracts
  cross join ref_churn
  cross join ref_churn_variants
  where ref_churn.rule = 'contract'
    and stg_contracts.customer_id is not null
    and stg_contracts.start_date < ref_churn.known_until
),

-- A contract that starts within the grace carries the customer on; a later one begins a new stretch.
contract_spells as (
  select
    *,
    sum(case when covered_to is null or start_date > covered_to + to_days(cast(grace_days as integer)) then 1 else 0 end) over (
      partition by factor, customer_id order by start_date, contract_id
    ) as spell
  from contract_runs
),

order_days as (
  select distinct customer_id, cast(ordered_at as date) as order_date
  from int_bought_lines
  cross join ref_churn
  where ref_churn.rule = 'inactivity' and customer_id is not null and ordered_at < ref_churn.known_until
),

order_runs as (
  select
    ref_churn_variants.factor,
    ref_churn_variants.silent_days,
    order_days.customer_id,
    order_days.order_date,
    lag(order_days.order_date) over (partition by ref_churn_variants.factor, order_days.customer_id order by order_days.order_date) as previous_date
  from order_days
  cross join ref_churn_variants
),

order_spells as (
  select
    *,
    sum(case when previous_date is null or order_date > previous_date + to_days(cast(silent_days as integer)) then 1 else 0 end) over (
      partition by factor, customer_id order by order_date
    ) as spell
  from order_runs
)

select
  factor,
  customer_id,
  spell,
  min(start_date) as started_date,
  max(end_date) as last_date,
  max(grace_days) as waiting_days,
  max(end_date) as ends_date,
  max_by(coalesce(end_kind, 'voluntary'), (end_date, contract_id)) as end_kind
from contract_spells
group by factor, customer_id, spell

union all

-- Silent for so many days: the end is dated at the last order plus these days, and only then known.
select
  factor,
  customer_id,
  spell,
  min(order_date),
  max(order_date),
  0,
  cast(max(order_date) + to_days(cast(max(silent_days) as integer)) as date),
  'voluntary'
from order_spells
group by factor, customer_id, spell

union all

select * from int_churn_dated
