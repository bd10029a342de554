-- One row per churn interview and reason given, in the order they were given.
with numbered as (
  select
    interview_id,
    string_split(reasons, '|') as list,
    generate_subscripts(string_split(reasons, '|'), 1) as place
  from stg_churn_interviews
  where reasons is not null
),

coded as (
  select interview_id, list[place] as reason, min(place) as place
  from numbered
  where list[place] <> ''
  group by interview_id, list[place]
),

counted as (
  select interview_id, count(*) as reasons from coded group by interview_id
)

select
  coded.interview_id,
  stg_churn_interviews.customer_id,
  stg_churn_interviews.destination_brand,
  stg_churn_interviews.left_date,
  coded.reason,
  coded.place,
  coalesce(ref_churn_reasons.category, stg_churn_interviews.reason_category, 'other') as category,
  counted.reasons
from coded
inner join counted on counted.interview_id = coded.interview_id
inner join stg_churn_interviews on stg_churn_interviews.interview_id = coded.interview_id
left join ref_churn_reasons on ref_churn_reasons.code = coded.reason
