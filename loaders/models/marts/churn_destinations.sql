-- One row per brand that lost customers went to; "unknown" is one of them.
select
  coalesce(destination_brand, 'unknown') as brand,
  cast(count(*) as integer) as customers
from stg_churn_interviews
group by coalesce(destination_brand, 'unknown')
