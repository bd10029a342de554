-- One row per profile: what its customers have in common.
with samples as (
  select profile_id, min(customer_id) as customer_id from int_customer_profiles group by profile_id
)

select
  samples.profile_id,
  samples.customer_id as sample_id,
  int_customers_tiered.tier,
  int_customers_tiered.region,
  int_customers_tiered.segment,
  int_customers_tiered.customer_type,
  int_customers_tiered.sex,
  int_customers_tiered.age_band,
  int_customers_tiered.role
from samples
inner join int_customers_tiered on int_customers_tiered.customer_id = samples.customer_id
