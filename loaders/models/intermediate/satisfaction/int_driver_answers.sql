-- One row per respondent of the window who rated every item kept, and item; "" is overall satisfaction, "(1)" the constant.
with answers as (
  select
    int_survey_answers.response_id,
    coalesce(min(int_survey_answers.customer_id), int_survey_answers.response_id) as rater_id,
    case when int_survey_answers.question = 'csat' then '' else int_survey_answers.item end as item,
    avg(int_survey_answers.score) as score
  from int_survey_answers
  cross join ref_report
  -- Fewer than two rated items make no model.
  cross join (select 1 as one from (select distinct item from int_survey_answers where question = 'rating') as rated having count(*) >= 2) as rated
  where (int_survey_answers.question = 'rating' or (int_survey_answers.question = 'csat' and int_survey_answers.item = 'overall'))
    and (int_survey_answers.survey_date is null
      or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end))
  group by int_survey_answers.response_id, case when int_survey_answers.question = 'csat' then '' else int_survey_answers.item end
),

overall as (
  select response_id from answers where item = ''
),

counted as (
  select answers.item, count(*) as respondents
  from answers
  inner join overall on overall.response_id = answers.response_id
  group by answers.item
),

-- An item that more than 30 % could not rate is no driver of all; sixteen are more than any model takes.
kept as (
  select item
  from counted
  where respondents >= 0.7 * (select count(*) from overall)
  order by respondents desc, item
  limit 17
),

complete as (
  select answers.response_id
  from answers
  inner join kept on kept.item = answers.item
  group by answers.response_id
  having count(*) = (select count(*) from kept)
)

select answers.response_id, answers.rater_id, answers.item, cast(answers.score as decimal(18, 4)) as score
from answers
inner join complete on complete.response_id = answers.response_id
inner join kept on kept.item = answers.item
where (select count(*) from kept) >= 3
union all
select answers.response_id, answers.rater_id, '(1)', cast(1 as decimal(18, 4))
from answers
inner join complete on complete.response_id = answers.response_id
where answers.item = '' and (select count(*) from kept) >= 3
