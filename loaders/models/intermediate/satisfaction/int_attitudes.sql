-- One row per customer of the base: profile, revenue, and what the last answer in the window said; silent without one.
with lasts as (
  select
    customer_key,
    score,
    survey_date,
    response_id,
    has_complained,
    ticket_id,
    case when is_dissatisfied then 'dissatisfied' else 'content' end as attitude
  from int_overall_answers
  where customer_key is not null
  qualify row_number() over (partition by customer_key order by survey_date desc nulls last, response_id desc) = 1
)

select
  int_customer_profiles.customer_id,
  int_customer_profiles.profile_id,
  int_profiles.tier,
  int_customer_profiles.revenue,
  coalesce(lasts.attitude, 'silent') as attitude,
  lasts.score,
  lasts.survey_date,
  lasts.response_id,
  lasts.ticket_id,
  coalesce(lasts.has_complained, false) as has_complained
from int_customer_profiles
left join int_profiles on int_profiles.profile_id = int_customer_profiles.profile_id
left join lasts on lasts.customer_key = int_customer_profiles.customer_key
-- The base: who buys or has a contract in the window, or answered; a prospect is none.
where int_customer_profiles.grade is null
  and (int_customer_profiles.revenue > 0 or lasts.customer_key is not null)
