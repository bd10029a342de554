-- One row per invitation of the window, the pilot left out, that tells how it was asked for or by whom, and the overall score.
select
  stg_surveys.response_id,
  max(stg_surveys.ticket_id) as ticket_id,
  max(stg_surveys.call_id) as call_id,
  max(stg_surveys.agent) as agent,
  max(stg_surveys.collected_by) as collected_by,
  max(stg_surveys.mode) as mode,
  max(stg_surveys.questionnaire_version) as questionnaire_version,
  max(stg_surveys.invited_at) as invited_at,
  max(stg_surveys.answered_at) as answered_at,
  max(stg_surveys.served_at) as served_at,
  max(stg_surveys.duration_seconds) as duration_seconds,
  count(stg_surveys.score) > 0 as is_answered,
  any_true(int_survey_answers.is_satisfied) as is_satisfied
from stg_surveys
cross join ref_report
left join int_survey_answers
  on int_survey_answers.response_id = stg_surveys.response_id
  and int_survey_answers.item = stg_surveys.item
  and int_survey_answers.question = 'csat'
where coalesce(stg_surveys.is_pilot, false) = false
  and stg_surveys.brand is null
  and (coalesce(stg_surveys.invited_at, stg_surveys.answered_at) is null
    or (coalesce(stg_surveys.invited_at, stg_surveys.answered_at) >= ref_report.window_start
      and coalesce(stg_surveys.invited_at, stg_surveys.answered_at) < ref_report.month_end))
  and stg_surveys.response_id in (
    select response_id
    from stg_surveys
    where ticket_id is not null or invited_at is not null or agent is not null or mode is not null or served_at is not null
      or duration_seconds is not null or questionnaire_version is not null
  )
group by stg_surveys.response_id
