-- One row per tier and region: customers of the base that answers are weighted to.
select
  coalesce(int_attitudes.tier, 'unknown') as tier,
  coalesce(stg_customers.region, 'unknown') as region,
  cast(count(*) as integer) as customers
from int_attitudes
inner join stg_customers on stg_customers.customer_id = int_attitudes.customer_id
group by 1, 2
