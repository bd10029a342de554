-- One row per question kind, item and score in the window.
select
  int_survey_answers.question,
  int_survey_answers.item,
  cast(int_survey_answers.score as double) as score,
  cast(count(*) as integer) as answers
from int_survey_answers
cross join ref_report
where int_survey_answers.survey_date is null
  or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end)
group by int_survey_answers.question, int_survey_answers.item, int_survey_answers.score
