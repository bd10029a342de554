-- One row per survey item: the sums over answers to it and to overall satisfaction by the same respondent.
with answers as not materialized (
  select int_survey_answers.response_id, int_survey_answers.item, int_survey_answers.question, int_survey_answers.score
  from int_survey_answers
  cross join ref_report
  where int_survey_answers.survey_date is null
    or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end)
),

overall as (
  select response_id, score
  from answers
  where question = 'csat' and item = 'overall' and exists (select 1 from int_survey_answers where question = 'rating')
)

select
  answers.item,
  cast(count(*) as integer) as n,
  cast(sum(answers.score) as double) as sum_x,
  cast(sum(overall.score) as double) as sum_y,
  cast(sum(answers.score * answers.score) as double) as sum_xx,
  cast(sum(overall.score * overall.score) as double) as sum_yy,
  cast(sum(answers.score * overall.score) as double) as sum_xy
from answers
inner join overall on overall.response_id = answers.response_id
where answers.question = 'rating'
group by answers.item
