-- One row per customer.
select
  *,
  case
    when age < 25 then '-24'
    when age < 35 then '25-34'
    when age < 45 then '35-44'
    when age < 55 then '45-54'
    when age < 65 then '55-64'
    when age <= 120 then '65+'
  end as age_band
from all_customers
