-- One row per day after a contract's end: contracts not renewed by then, and how many of them never were.
with outcomes as (
  select
    stg_contracts.contract_id,
    min(date_diff('day', stg_contracts.end_date, later.start_date)) as renewed_after_days
  from stg_contracts
  cross join ref_report
  cross join ref_churn
  left join stg_contracts as later
    on later.customer_id = stg_contracts.customer_id
    and later.contract_id <> stg_contracts.contract_id
    and (later.end_date is null or later.end_date > stg_contracts.end_date)
    and later.start_date <= stg_contracts.end_date + to_days(cast(ref_churn.grace_days as integer))
  where ref_churn.rule = 'contract'
    and coalesce(stg_contracts.end_kind, 'voluntary') = 'voluntary'
    and stg_contracts.customer_id is not null
    and stg_contracts.end_date >= ref_report.first_date
    and stg_contracts.end_date + to_days(cast(ref_churn.grace_days as integer)) < ref_churn.known_until
  group by stg_contracts.contract_id
),

days as (
  select unnest(range(0, cast(grace_days as bigint) + 1)) as days from ref_churn
)

select
  cast(days.days as integer) as days,
  cast(count(*) as integer) as contracts,
  cast(count(*) filter (where outcomes.renewed_after_days is null) as integer) as lost
from days
inner join outcomes on outcomes.renewed_after_days is null or outcomes.renewed_after_days > days.days
group by days.days
