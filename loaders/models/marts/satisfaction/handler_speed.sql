-- One row per handler of tickets solved in the window: tickets, their median hours, and the answers given about the handler.
with answers as (
  select
    int_survey_answers.agent,
    coalesce(int_survey_answers.customer_id, int_survey_answers.response_id) as rater_id,
    count(*) as n,
    count(*) filter (where int_survey_answers.is_satisfied) as satisfied
  from int_survey_answers
  cross join ref_report
  where int_survey_answers.question = 'csat'
    and int_survey_answers.item = 'overall'
    and int_survey_answers.agent is not null
    and (int_survey_answers.survey_date is null
      or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end))
  group by int_survey_answers.agent, coalesce(int_survey_answers.customer_id, int_survey_answers.response_id)
),

rated as (
  select agent, sum(n) as answers, count(*) as raters, sum(satisfied) as satisfied
  from answers
  group by agent
)

select
  rated.agent,
  cast(rated.answers as integer) as answers,
  cast(rated.raters as integer) as raters,
  cast(rated.satisfied as integer) as satisfied,
  coalesce(handler_times.tickets, 0) as tickets,
  handler_times.median_seconds / 3600 as median_hours
from rated
left join handler_times on handler_times.handler = rated.agent
