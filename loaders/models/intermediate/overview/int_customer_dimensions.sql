-- One row per customer and dimension that has a value. (A view: join profiles instead where there are many customers.)
select
  int_customer_profiles.customer_id,
  int_profile_dimensions.dimension,
  int_profile_dimensions.member
from int_customer_profiles
inner join int_profile_dimensions on int_profile_dimensions.profile_id = int_customer_profiles.profile_id
