-- One row per answer about us in the window, and whose it is.
select
  int_survey_answers.item,
  coalesce(int_survey_answers.question, 'rating') as kind,
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
  -- Who has no card goes by the record's name; an answer of nobody by its own, where it can be of several brands of ours.
  case
    when int_customer_profiles.customer_key is null
      then coalesce(int_survey_answers.customer_id, case when int_survey_answers.brand is not null then int_survey_answers.response_id end)
  end as stranger
from int_survey_answers
cross join ref_report
left join int_customer_profiles on int_customer_profiles.customer_id = int_survey_answers.customer_id
-- What our own survey asks is not mixed with a study of brands that asks the same: that is another sample.
where (int_survey_answers.brand is null
  or concat_ws('|', question, item) not in (select concat_ws('|', question, item) from int_survey_answers where brand is null))
  and (int_survey_answers.survey_date is null
    or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end))
