-- One row per respondent of the window who rated every item of a construct, and item: its score.
with items as (
  select code as item, construct, count(*) over (partition by construct) as items
  from ref_items
  where construct is not null and construct <> ''
),

answers as (
  select
    int_survey_answers.response_id,
    min(int_survey_answers.customer_id) as customer_id,
    min(int_survey_answers.segment) as segment,
    items.construct,
    items.item,
    max(items.items) as items,
    min(int_survey_answers.low) as low,
    max(int_survey_answers.high) as high,
    avg(int_survey_answers.score) as score
  from int_survey_answers
  inner join items on items.item = int_survey_answers.item
  cross join ref_report
  where int_survey_answers.question in ('rating', 'csat')
    and (int_survey_answers.survey_date is null
      or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end))
  group by int_survey_answers.response_id, items.construct, items.item
),

complete as (
  select construct, response_id
  from answers
  group by construct, response_id
  having count(*) = max(items)
)

select
  answers.construct,
  answers.response_id,
  answers.customer_id,
  answers.segment,
  answers.item,
  cast(answers.items as integer) as items,
  answers.low,
  answers.high,
  cast(answers.score as decimal(18, 4)) as score
from answers
inner join complete on complete.construct = answers.construct and complete.response_id = answers.response_id
