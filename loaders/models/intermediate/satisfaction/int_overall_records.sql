-- One row per answer to the overall question until the month's end: by whom, how satisfied, and whether its customer complained within 30 days.
with answers as (
  select
    int_survey_answers.response_id,
    int_survey_answers.customer_id,
    int_survey_answers.survey_date,
    int_survey_answers.score,
    int_survey_answers.is_satisfied,
    int_survey_answers.is_dissatisfied,
    int_survey_answers.channel,
    int_survey_answers.agent,
    int_survey_answers.product,
    int_survey_answers.region,
    int_survey_answers.weight,
    int_survey_answers.wave,
    -- What was answered before it was served tells of no lag.
    case when int_survey_answers.answered_at >= int_survey_answers.served_at
      then seconds_between(int_survey_answers.served_at, int_survey_answers.answered_at) end as lag_seconds,
    int_survey_answers.ticket_id,
    int_survey_answers.brand,
    int_survey_answers.low,
    int_survey_answers.high,
    int_survey_answers.survey_date is null or int_survey_answers.survey_date >= ref_report.window_start as is_in_window
  from int_survey_answers
  cross join ref_report
  where int_survey_answers.question = 'csat'
    and int_survey_answers.item = 'overall'
    and (int_survey_answers.survey_date is null or int_survey_answers.survey_date < ref_report.month_end)
),

complaints as (
  select customer_id, list(created_date) as days
  from stg_tickets
  where is_complaint and customer_id is not null
  group by customer_id
)

select
  answers.*,
  customers.customer_key,
  customers.profile_id,
  coalesce(len(list_filter(complaints.days, lambda day: day >= answers.survey_date - 30 and day <= answers.survey_date + 30)) > 0, false) as has_complained
from answers
left join complaints on complaints.customer_id = answers.customer_id
-- True of all customers: answers are thought to be few, and would be held in memory to look customers up.
left join (select * from int_customer_profiles where customer_key > 0) as customers on customers.customer_id = answers.customer_id
