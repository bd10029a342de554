-- One row per answer in a customer's own words, of the window: by whom, whether dissatisfied, and whether of the report month.
with said as (
  select
    response_id,
    max(customer_id) as customer_id,
    max(survey_date) as survey_date,
    max(verbatim) as verbatim,
    any_true(is_dissatisfied and question = 'csat' and item = 'overall') as is_dissatisfied
  from stg_surveys
  where verbatim is not null
    and score is not null
    and coalesce(is_pilot, false) = false
    and (brand is null or brand in (select code from ref_brands where try_boolean(is_ours)))
  group by response_id
)

select
  said.response_id,
  coalesce(said.customer_id, said.response_id) as rater_id,
  cast(cast(said.survey_date as date) as varchar) as survey_date,
  coalesce(said.is_dissatisfied, false) as is_dissatisfied,
  coalesce(said.survey_date >= ref_report.month_start, false) as is_now,
  said.verbatim
from said
cross join ref_report
where said.survey_date is null or (said.survey_date >= ref_report.window_start and said.survey_date < ref_report.month_end)
