-- One row per tier and whether there was care in the half year before: contracts that ended, and those renewed in time.
with ended as (
  select
    stg_contracts.contract_id,
    stg_contracts.customer_id,
    stg_contracts.end_date,
    coalesce(
      stg_contracts.is_renewed,
      exists (
        select 1
        from stg_contracts as later
        where later.customer_id = stg_contracts.customer_id
          and later.start_date > stg_contracts.end_date
          and later.start_date <= stg_contracts.end_date + to_days(cast(ref_churn.grace_days as integer))
      )
    ) as is_renewed
  from stg_contracts
  cross join ref_report
  cross join ref_churn
  where stg_contracts.end_date >= ref_report.window_start
    -- Younger ends may yet be renewed within the grace.
    and stg_contracts.end_date + to_days(cast(ref_churn.grace_days as integer)) < ref_churn.known_until
    and coalesce(stg_contracts.end_kind, 'voluntary') = 'voluntary'
    and stg_contracts.customer_id is not null
    -- Under another contract that runs on, nothing was up for renewal.
    and not exists (
      select 1
      from stg_contracts as other
      where other.customer_id = stg_contracts.customer_id
        and other.start_date <= stg_contracts.end_date
        and (other.end_date is null or other.end_date > stg_contracts.end_date)
    )
  -- Two contracts of one customer that end together are one decision.
  qualify row_number() over (partition by stg_contracts.customer_id, stg_contracts.end_date order by stg_contracts.start_date desc, stg_contracts.contract_id) = 1
),

judged as (
  select
    ended.*,
    coalesce(int_customers_tiered.tier, 'unknown') as tier,
    exists (
      select 1
      from stg_care_actions
      where stg_care_actions.customer_id = ended.customer_id
        and stg_care_actions.acted_date < ended.end_date
        and stg_care_actions.acted_date >= ended.end_date - interval 180 day
        and coalesce(stg_care_actions.is_attended, true)
    ) as is_cared
  from ended
  left join int_customers_tiered on int_customers_tiered.customer_id = ended.customer_id
)

select
  tier,
  is_cared,
  cast(count(*) as integer) as ended,
  cast(count(*) filter (where is_renewed) as integer) as renewed
from judged
where exists (select 1 from stg_care_actions)
group by tier, is_cared
