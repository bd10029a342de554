-- One row per answer to the overall question in the window: by whom, how satisfied, and whether its customer complained within 30 days.
with answers as (
  select
    int_survey_answers.response_id,
    int_survey_answers.customer_id,
    int_survey_answers.survey_date,
    int_survey_answers.score,
    int_survey_answers.is_satisfied,
    int_survey_answers.is_dissatisfied,
    int_survey_answers.channel,
    int_survey_answers.product,
    int_survey_answers.weight,
    int_survey_answers.wave,
    int_survey_answers.served_at,
    int_survey_answers.answered_at,
    int_survey_answers.ticket_id
  from int_survey_answers
  cross join ref_report
  where int_survey_answers.question = 'csat'
    and int_survey_answers.item = 'overall'
    and (int_survey_answers.survey_date is null
      or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end))
),

complaints as (
  select distinct answers.response_id
  from answers
  inner join stg_tickets on stg_tickets.customer_id = answers.customer_id
    and stg_tickets.is_complaint
    and stg_tickets.created_date >= answers.survey_date - 30
    and stg_tickets.created_date <= answers.survey_date + 30
)

select
  answers.*,
  int_customer_profiles.customer_key,
  case when int_customer_profiles.customer_key is null then answers.customer_id end as stranger,
  int_customer_profiles.profile_id,
  int_profiles.tier,
  complaints.response_id is not null as has_complained
from answers
left join complaints on complaints.response_id = answers.response_id
left join int_customer_profiles on int_customer_profiles.customer_id = answers.customer_id
left join int_profiles on int_profiles.profile_id = int_customer_profiles.profile_id
