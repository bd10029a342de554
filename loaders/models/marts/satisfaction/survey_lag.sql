-- One row per stretch of whole days (24 hours) between the service and the answer: answers, satisfied and dissatisfied ones.
select
  case
    when seconds_between(served_at, answered_at) < 24 * 3600 then 'day'
    when seconds_between(served_at, answered_at) < 72 * 3600 then 'three_days'
    when seconds_between(served_at, answered_at) < 168 * 3600 then 'week'
    else 'later'
  end as lag,
  cast(count(*) as integer) as answers,
  cast(count(distinct coalesce(customer_id, response_id)) as integer) as raters,
  cast(count(*) filter (where is_satisfied) as integer) as satisfied,
  cast(count(*) filter (where is_dissatisfied) as integer) as dissatisfied
from int_overall_answers
where served_at is not null and answered_at >= served_at
group by 1
