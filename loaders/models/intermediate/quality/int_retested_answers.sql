-- One row per pair of answers of a customer to the overall question within 30 days and no ticket between.
with repeated as (
  select
    int_overall_answers.customer_id,
    int_overall_answers.score,
    int_overall_answers.survey_date,
    lead(int_overall_answers.score) over by_customer as next_score,
    lead(int_overall_answers.survey_date) over by_customer as next_date
  from int_overall_answers
  where int_overall_answers.customer_id is not null and int_overall_answers.survey_date is not null
  window by_customer as (partition by int_overall_answers.customer_key, int_overall_answers.stranger order by int_overall_answers.survey_date, int_overall_answers.response_id)
)

select repeated.score, repeated.next_score
from repeated
where repeated.next_date <= repeated.survey_date + 30
  and not exists (
    select 1 from stg_tickets
    where stg_tickets.customer_id = repeated.customer_id
      and stg_tickets.created_date > repeated.survey_date
      and stg_tickets.created_date <= repeated.next_date
  )
