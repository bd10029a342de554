-- One row per dimension and member: customers of the window, and of a whole file without dates.
with losses as (
  select * from int_churn_ends where factor = 1
),

-- The contract in force, not the first or the last: and how many came up for renewal with their outcome known.
terms as (
  select
    stg_contracts.customer_id,
    stg_contracts.contract_type,
    greatest(0, date_diff('day', greatest(ref_report.window_start, stg_contracts.start_date), least(finals.observed_to, coalesce(stg_contracts.end_date + interval 1 day, finals.observed_to)))) as exposure,
    stg_contracts.end_date >= ref_report.window_start
      and stg_contracts.end_date < finals.observed_to
      and coalesce(stg_contracts.end_kind, 'voluntary') = 'voluntary'
      -- Under another contract that runs on, nothing was up for renewal.
      and not exists (
        select 1
        from stg_contracts as other
        where other.customer_id = stg_contracts.customer_id
          and other.start_date <= stg_contracts.end_date
          and (other.end_date is null or other.end_date > stg_contracts.end_date)
      ) as is_due,
    losses.customer_id is not null as is_lost
  from stg_contracts
  cross join ref_report
  cross join ref_churn
  cross join (select min(observed_to) as observed_to from losses) as finals
  left join losses
    on losses.customer_id = stg_contracts.customer_id and losses.left_date = stg_contracts.end_date and losses.is_voluntary
  where ref_churn.rule = 'contract'
    and stg_contracts.start_date < finals.observed_to
    and (stg_contracts.end_date is null or stg_contracts.end_date >= ref_report.window_start)
  -- Two contracts of one customer that end together are one decision.
  qualify row_number() over (partition by stg_contracts.customer_id, stg_contracts.end_date order by stg_contracts.start_date desc, stg_contracts.contract_id) = 1
),

typed as (
  select count(contract_type) > 0 as is_known from terms
),

spans as (
  select customer_id, 'days' as clock, is_lost, exposure
  from int_churn_window
  where factor = 1
  union all
  select customer_id, clock, has_left and is_voluntary, exited_at_time
  from int_customers_lifetime
  where clock = 'months'
),

cells as (
  select int_churn_members.dimension, int_churn_members.member, spans.clock, spans.customer_id, spans.is_lost, spans.exposure, false as is_due
  from spans
  inner join int_churn_members on int_churn_members.customer_id = spans.customer_id
  cross join typed
  where int_churn_members.dimension <> 'contract_type' or not typed.is_known
  union all
  select 'contract_type', coalesce(contract_type, 'unknown'), 'days', customer_id, is_lost, exposure, is_due
  from terms
  cross join typed
  where typed.is_known
  union all
  select int_churn_members.dimension, int_churn_members.member, 'days', terms.customer_id, false, 0, terms.is_due
  from terms
  inner join int_churn_members on int_churn_members.customer_id = terms.customer_id
  where int_churn_members.dimension <> 'contract_type'
)

select
  dimension,
  member,
  clock,
  cast(count(distinct customer_id) as integer) as customers,
  cast(count(*) filter (where is_lost) as integer) as lost,
  cast(coalesce(sum(exposure), 0) as bigint) as exposure,
  cast(count(*) filter (where is_due) as integer) as due
from cells
group by dimension, member, clock
