-- One row per quarter of first purchase and age in months that all of its customers have reached: how many bought again in the three months up to that age.
with first as (
  select customer_id, min(purchased_date) as first_date
  from int_purchases
  group by customer_id
),

-- Who buys in the first quarter on record may have bought before it.
cohorts as (
  select first.customer_id, first.first_date, date_trunc('quarter', first.first_date) as quarter_start
  from first
  cross join (select min(first_date) as first_date from first) as known
  where date_trunc('quarter', first.first_date) > known.first_date
),

ages as (
  select place * 3 as age_months
  from (select row_number() over (order by month) as place from ref_months) as numbered
),

cells as (
  select cohorts.quarter_start, ages.age_months, cohorts.customer_id, cohorts.first_date
  from cohorts
  cross join ages
  cross join (select known_until from ref_horizons where entity = 'orders') as horizon
  where cohorts.quarter_start + interval 3 month + to_months(cast(ages.age_months as integer)) <= horizon.known_until
)

select
  extract('year' from cells.quarter_start) || '-Q' || extract('quarter' from cells.quarter_start) as cohort,
  cast(cells.age_months as integer) as age_months,
  cast(count(distinct cells.customer_id) as integer) as size,
  cast(count(distinct again.customer_id) as integer) as bought
from cells
left join int_purchases as again
  on again.customer_id = cells.customer_id
  and again.purchased_date > cells.first_date + to_months(cast(cells.age_months - 3 as integer))
  and again.purchased_date <= cells.first_date + to_months(cast(cells.age_months as integer))
group by cells.quarter_start, cells.age_months
