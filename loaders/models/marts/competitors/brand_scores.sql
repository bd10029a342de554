-- One row per survey item, question kind and brand rated in the window; "" is the brand of the report itself.
select
  stg_surveys.item,
  coalesce(stg_surveys.question, 'rating') as question,
  coalesce(stg_surveys.brand, '') as brand,
  cast(count(*) as integer) as n,
  cast(sum(stg_surveys.score) as double) as total,
  cast(sum(stg_surveys.score * stg_surveys.score) as double) as sum_sq,
  cast(count(*) filter (where stg_surveys.is_satisfied) as integer) as satisfied,
  cast(count(*) filter (where stg_surveys.is_dissatisfied) as integer) as dissatisfied
from stg_surveys
cross join ref_report
where stg_surveys.score between stg_surveys.low and stg_surveys.high
  and coalesce(stg_surveys.is_pilot, false) = false
  and (stg_surveys.survey_date is null
    or (stg_surveys.survey_date >= ref_report.window_start and stg_surveys.survey_date < ref_report.month_end))
  and (select count(*) from stg_surveys where brand is not null) > 0
group by stg_surveys.item, coalesce(stg_surveys.question, 'rating'), coalesce(stg_surveys.brand, '')
