-- One row per customer at risk of leaving: when observed from, when left or last seen, and how it ended.
with firsts as (
  select *, row_number() over (partition by customer_id order by started_date, spell) as place
  from int_churn_ends
  where factor = 1
),

-- Who was there before the records began has been a customer since joining, not since the first contract exported.
origins as (
  select
    firsts.*,
    case
      when stg_customers.joined_date < firsts.started_date
        and (firsts.started_date <= ref_report.first_date or ref_churn.rule = 'inactivity') then stg_customers.joined_date
      else firsts.started_date
    end as origin_date
  from firsts
  cross join ref_report
  cross join ref_churn
  left join stg_customers on stg_customers.customer_id = firsts.customer_id
  -- Since when somebody without a joining date was a customer, nobody knows.
  where firsts.place = 1 and (ref_churn.rule <> 'left_date' or stg_customers.joined_date is not null)
)

select
  origins.customer_id,
  origins.origin_date as started_date,
  origins.left_date,
  case when origins.left_date is not null then origins.end_kind end as end_kind,
  'days' as clock,
  greatest(0, date_diff('day', origins.origin_date, origins.observed_from)) as entered_at_time,
  greatest(0, date_diff('day', origins.origin_date, coalesce(origins.left_date, origins.observed_to))) as exited_at_time,
  origins.left_date is not null as has_left,
  origins.left_date is null or origins.is_voluntary as is_voluntary
from origins

union all

-- The file says itself who has left, and after how many months.
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
