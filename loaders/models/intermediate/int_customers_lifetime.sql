-- One row per customer at risk of leaving: when observed from, when left or last seen, and how it ended.
with firsts as (
  select *, row_number() over (partition by customer_id order by started_date, spell) as place
  from int_churn_ends
  where factor = 1
)

select
  firsts.customer_id,
  firsts.started_date,
  firsts.left_date,
  case when firsts.left_date is not null then firsts.end_kind end as end_kind,
  'days' as clock,
  greatest(0, date_diff('day', firsts.started_date, ref_report.first_date)) as entered_at_time,
  greatest(0, date_diff('day', firsts.started_date, coalesce(firsts.left_date, cast(ref_report.month_end as date)))) as exited_at_time,
  firsts.left_date is not null as has_left,
  firsts.left_date is null or firsts.is_voluntary as is_voluntary
from firsts
cross join ref_report
where firsts.place = 1

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
