-- One row per overall score and pattern of ratings (each item low, middling or high) of complete answers, and how many gave it.
with scales as (
  select item, min(low) as low, max(high) as high
  from int_survey_answers
  where question = 'rating'
  group by item
),

classes as (
  select
    int_driver_answers.response_id,
    int_driver_answers.item,
    case when int_driver_answers.score <= 2 then 1 when int_driver_answers.score >= 5 then 5 else 3 end as class
  from int_driver_answers
  inner join scales on scales.item = int_driver_answers.item
  where scales.low = 1 and scales.high = 5
),

patterns as (
  select response_id, string_agg(item || ':' || class, ' ' order by item) as pattern
  from classes
  group by response_id
)

select
  cast(overall.score as double) as overall,
  patterns.pattern,
  cast(count(*) as integer) as n
from int_driver_answers as overall
inner join patterns on patterns.response_id = overall.response_id
where overall.item = ''
group by overall.score, patterns.pattern
