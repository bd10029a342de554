-- One row per key account: customers of the best level of rules/tiers.yaml, who bring most first, as many as report.yaml allows.
with best as (
  select code
  from ref_tiers
  qualify row_number() over (order by threshold desc) = 1
)

select
  int_customers_tiered.customer_id,
  int_customers_tiered.tier,
  int_customers_tiered.revenue,
  row_number() over (order by int_customers_tiered.revenue desc, int_customers_tiered.customer_id) as place,
  count(*) over () as of_customers
from int_customers_tiered
inner join best on best.code = int_customers_tiered.tier
cross join ref_accounts
qualify row_number() over (order by int_customers_tiered.revenue desc, int_customers_tiered.customer_id) <= ref_accounts.most
