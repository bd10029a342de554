-- An answer outside its scale is no answer: it is listed, and counted nowhere.
with scaled as (
  select
    *,
    coalesce(scale_min, case when question = 'nps' then 0 else 1 end) as low,
    coalesce(scale_max, case question when 'nps' then 10 when 'ces' then 7 else 5 end) as high
  from stg_surveys
  where score is not null
)

select
  _source as source,
  'surveys' as entity,
  _file as file,
  _row as "row",
  'items.' || item as "column",
  cast(cast(score as double) as varchar) as value,
  'outside_scale' as reason,
  'cell' as severity,
  cast(null as varchar) as line
from scaled
where score not between low and high
