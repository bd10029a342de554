-- One row per survey item, question kind and dimension member in the window.
with answers as (
  select
    int_survey_answers.item,
    coalesce(int_survey_answers.question, 'rating') as question,
    coalesce(int_survey_answers.customer_id, int_survey_answers.response_id) as cluster_id,
    int_survey_answers.customer_id,
    int_survey_answers.score,
    int_survey_answers.low,
    int_survey_answers.high,
    int_survey_answers.is_satisfied,
    int_survey_answers.is_dissatisfied
  from int_survey_answers
  cross join ref_report
  where int_survey_answers.survey_date is null
    or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end)
),

members as (
  select item, question, cluster_id, score, low, high, is_satisfied, is_dissatisfied, 'all' as dimension, 'all' as member from answers
  union all
  select
    answers.item, answers.question, answers.cluster_id, answers.score, answers.low, answers.high, answers.is_satisfied, answers.is_dissatisfied,
    int_customer_dimensions.dimension, int_customer_dimensions.member
  from answers
  inner join int_customer_dimensions on int_customer_dimensions.customer_id = answers.customer_id
)

select
  item,
  question,
  dimension,
  member,
  cast(count(*) as integer) as n,
  cast(count(distinct cluster_id) as integer) as customers,
  cast(sum(score) as double) as total,
  cast(sum(score * score) as double) as sum_sq,
  cast(count(*) filter (where is_satisfied) as integer) as satisfied,
  cast(count(*) filter (where is_dissatisfied) as integer) as dissatisfied,
  cast(min(low) as double) as scale_min,
  cast(max(high) as double) as scale_max
from members
group by item, question, dimension, member
