-- One row per stretch of days between the service and the answer: answers, satisfied and dissatisfied ones.
select
  case
    when date_diff('hour', served_at, answered_at) < 24 then 'day'
    when date_diff('hour', served_at, answered_at) < 72 then 'three_days'
    when date_diff('hour', served_at, answered_at) < 168 then 'week'
    else 'later'
  end as lag,
  cast(count(*) as integer) as answers,
  cast(count(distinct coalesce(customer_id, response_id)) as integer) as raters,
  cast(count(*) filter (where is_satisfied) as integer) as satisfied,
  cast(count(*) filter (where is_dissatisfied) as integer) as dissatisfied
from int_overall_answers
where served_at is not null and answered_at >= served_at
group by 1
