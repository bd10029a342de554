-- One row per stretch of whole days (24 hours) between the service and the answer: answers, satisfied and dissatisfied ones.
select
  case
    when lag_seconds < 24 * 3600 then 'day'
    when lag_seconds < 72 * 3600 then 'three_days'
    when lag_seconds < 168 * 3600 then 'week'
    else 'later'
  end as lag,
  cast(count(*) as integer) as answers,
  cast(count(distinct coalesce(customer_id, response_id)) as integer) as raters,
  cast(count(*) filter (where is_satisfied) as integer) as satisfied,
  cast(count(*) filter (where is_dissatisfied) as integer) as dissatisfied
from int_overall_answers
where lag_seconds is not null
group by 1
