-- One row per quarter of joining and age in months that all of its customers have reached: how many are still there.
with joined as (
  select
    int_customers_lifetime.customer_id,
    int_customers_lifetime.started_date,
    int_customers_lifetime.left_date,
    date_trunc('quarter', int_customers_lifetime.started_date) as quarter_start
  from int_customers_lifetime
  cross join ref_churn
  where int_customers_lifetime.clock = 'days' and int_customers_lifetime.started_date >= ref_churn.first_date
),

ages as (
  select (place - 1) * 3 as age_months
  from (select row_number() over (order by month) as place from ref_months) as numbered
),

cells as (
  select
    joined.quarter_start,
    ages.age_months,
    count(*) as size,
    count(*) filter (where joined.left_date is null or joined.left_date >= joined.started_date + to_months(cast(ages.age_months as integer))) as kept
  from joined
  cross join ages
  cross join ref_report
  cross join ref_churn
  -- The youngest of the quarter has reached the age, and its grace is over.
  where joined.quarter_start + interval 3 month + to_months(cast(ages.age_months as integer))
    + to_days(cast(case when ages.age_months = 0 or ref_churn.rule = 'inactivity' then 0 else ref_churn.grace_days end as integer)) <= ref_churn.known_until
  group by joined.quarter_start, ages.age_months
)

select
  extract('year' from quarter_start) || '-Q' || extract('quarter' from quarter_start) as cohort,
  cast(age_months as integer) as age_months,
  cast(size as integer) as size,
  cast(kept as integer) as kept
from cells
