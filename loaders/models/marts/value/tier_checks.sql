-- One row per tier stored in the customer file and tier by the rule: customers of both.
select
  stg_customers.tier as stored,
  int_customers_tiered.tier as recomputed,
  cast(count(*) as integer) as customers
from stg_customers
inner join int_customers_tiered on int_customers_tiered.customer_id = stg_customers.customer_id
where stg_customers.tier is not null and (select count(*) from ref_tiers) > 0
group by stg_customers.tier, int_customers_tiered.tier
