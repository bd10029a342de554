-- One row per profile: what its customers have in common.
with samples as (
  select profile_id, min(customer_id) as customer_id from int_customer_profiles group by profile_id
)

select
  samples.profile_id,
  samples.customer_id as sample_id,
  int_customers_described.tier,
  int_customers_described.region,
  int_customers_described.segment,
  int_customers_described.customer_type,
  int_customers_described.sex,
  int_customers_described.age_band,
  int_customers_described.role
from samples
inner join int_customers_described on int_customers_described.customer_id = samples.customer_id
