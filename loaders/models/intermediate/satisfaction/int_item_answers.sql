-- One row per answer about us in the window, and whose it is. (A view: most of it lies in int_overall_records already.)
with answers as (
  -- Whose they are is known of answers to the overall question.
  select
    'csat' as question, 'overall' as item, brand, wave, product, score, is_satisfied, is_dissatisfied, weight, low, high,
    profile_id, customer_key, stranger, response_id
  from int_overall_answers
  union all
  select
    int_survey_answers.question,
    int_survey_answers.item,
    int_survey_answers.brand,
    int_survey_answers.wave,
    int_survey_answers.product,
    int_survey_answers.score,
    int_survey_answers.is_satisfied,
    int_survey_answers.is_dissatisfied,
    int_survey_answers.weight,
    int_survey_answers.low,
    int_survey_answers.high,
    int_customer_profiles.profile_id,
    int_customer_profiles.customer_key,
    case when int_customer_profiles.customer_key is null then int_survey_answers.customer_id end,
    int_survey_answers.response_id
  from int_survey_answers
  cross join ref_report
  left join int_customer_profiles on int_customer_profiles.customer_id = int_survey_answers.customer_id
  where not (coalesce(int_survey_answers.question, '') = 'csat' and coalesce(int_survey_answers.item, '') = 'overall')
    and (int_survey_answers.survey_date is null
      or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end))
)

select
  item,
  coalesce(question, 'rating') as kind,
  wave,
  product,
  score,
  is_satisfied,
  is_dissatisfied,
  weight,
  low,
  high,
  profile_id,
  customer_key,
  -- Who has no card goes by the record's name; an answer of nobody by its own, where it can be of several brands of ours.
  case when customer_key is null then coalesce(stranger, case when brand is not null then response_id end) end as stranger
from answers
-- What our own survey asks is not mixed with a study of brands that asks the same: that is another sample.
where brand is null
  or concat_ws('|', question, item) not in (
    select concat_ws('|', question, item) from (select distinct question, item from int_survey_answers where brand is null) as own
  )
