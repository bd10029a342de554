-- One row per answered question about us.
with answered as (
  select
    stg_surveys.*,
    coalesce(scale_min, case when question in ('nps') then 0 else 1 end) as low,
    coalesce(scale_max, case question when 'nps' then 10 when 'ces' then 7 else 5 end) as high
  from stg_surveys
  where score is not null
    and coalesce(is_pilot, false) = false
    and (brand is null or brand in (select code from ref_brands where is_ours = 'true'))
)

select
  *,
  -- Top and bottom two boxes; a yes/no question has one of each.
  score >= case when high - low >= 3 then high - 1 else high end as is_satisfied,
  score <= case when high - low >= 3 then low + 1 else low end as is_dissatisfied
from answered
where score between low and high
