-- One row per answered question about us. (A view: what no file of surveys tells stays a constant, and takes no memory.)
select *
from stg_surveys
where score is not null
  and score between low and high
  and coalesce(is_pilot, false) = false
  and (brand is null or brand in (select code from ref_brands where try_boolean(is_ours)))
