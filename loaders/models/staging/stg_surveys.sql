-- One row per invitation and question; score is null where it was not answered.
with scaled as (
  select
    *,
    cast(coalesce(answered_at, invited_at) as date) as survey_date,
    coalesce(scale_min, case when question in ('nps') then 0 else 1 end) as low,
    coalesce(scale_max, case question when 'nps' then 10 when 'ces' then 7 else 5 end) as high
  from all_surveys
)

select
  *,
  -- Top and bottom two boxes; a yes/no or three-point question has one of each.
  score >= case when high - low >= 3 then high - 1 else high end as is_satisfied,
  score <= case when high - low >= 3 then low + 1 else low end as is_dissatisfied
from scaled
