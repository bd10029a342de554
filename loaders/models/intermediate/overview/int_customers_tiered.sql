-- One row per customer: the tier by the published rule and what it is measured by, or as stored where there is no rule, and what the card says. (A view: customers alike in every dimension share what is said of them.)
select
  int_customer_profiles.customer_id,
  int_profiles.tier,
  int_profiles.region,
  int_profiles.segment,
  int_profiles.customer_type,
  int_profiles.sex,
  int_profiles.age_band,
  int_profiles.role,
  int_customer_profiles.grade,
  int_customer_profiles.active_from,
  int_customer_profiles.active_to,
  int_customer_profiles.revenue,
  int_customer_profiles.measured
from int_customer_profiles
inner join int_profiles on int_profiles.profile_id = int_customer_profiles.profile_id
