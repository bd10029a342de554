-- One row per product, ship month and age in days: lines shipped, and those asked to be taken back by that age.
with ages as (
  select * from (values (30), (60), (90)) as listed(age_days)
),

-- A month is read at an age once the whole of it has reached it.
young as (
  select ship_month, min(age) as age from int_shipped_lines group by ship_month
)

select
  int_shipped_lines.product,
  int_shipped_lines.ship_month,
  cast(ages.age_days as integer) as age_days,
  cast(count(*) as integer) as shipped,
  cast(count(*) filter (where int_shipped_lines.days <= ages.age_days) as integer) as returned,
  max(young.age) > ages.age_days as is_aged
from int_shipped_lines
inner join young on young.ship_month = int_shipped_lines.ship_month
cross join ages
group by int_shipped_lines.product, int_shipped_lines.ship_month, ages.age_days
