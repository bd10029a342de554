-- One row per churn interview: the one cause it speaks for (product and service together are "both").
with kinds as (
  select
    interview_id,
    count(distinct category) as categories,
    count(*) filter (where category in ('product', 'both')) > 0 as names_product,
    count(*) filter (where category in ('service', 'both')) > 0 as names_service,
    min_by(category, place) as first_category
  from int_churn_reasons
  group by interview_id
)

select
  stg_churn_interviews.interview_id,
  stg_churn_interviews.customer_id,
  stg_churn_interviews.destination_brand,
  stg_churn_interviews.rival_advantage_score,
  stg_churn_interviews.can_win_back,
  case when kinds.names_product and kinds.names_service then 'both' else kinds.first_category end as cause
from stg_churn_interviews
left join kinds on kinds.interview_id = stg_churn_interviews.interview_id
