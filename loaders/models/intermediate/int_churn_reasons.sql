-- One row per churn interview and reason given.
with coded as (
  select
    stg_churn_interviews.interview_id,
    stg_churn_interviews.customer_id,
    stg_churn_interviews.destination_brand,
    stg_churn_interviews.left_date,
    unnest(string_split(stg_churn_interviews.reasons, '|')) as reason
  from stg_churn_interviews
  where stg_churn_interviews.reasons is not null
),

counted as (
  select interview_id, count(*) as reasons from coded group by interview_id
)

select
  coded.interview_id,
  coded.customer_id,
  coded.destination_brand,
  coded.left_date,
  coded.reason,
  coalesce(ref_churn_reasons.category, stg_churn_interviews.reason_category, 'other') as category,
  counted.reasons
from coded
inner join counted on counted.interview_id = coded.interview_id
inner join stg_churn_interviews on stg_churn_interviews.interview_id = coded.interview_id
left join ref_churn_reasons on ref_churn_reasons.code = coded.reason
