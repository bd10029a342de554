-- One row per question about the survey's method, group and member: k of n.
with invited_tickets as (
  select stg_tickets.ticket_id, stg_tickets.is_complaint, stg_tickets.team,
    case when int_survey_responses.ticket_id is not null then 1 else 0 end as is_invited
  from stg_tickets
  cross join ref_report
  left join (select distinct ticket_id from int_survey_responses where ticket_id is not null) as int_survey_responses
    on int_survey_responses.ticket_id = stg_tickets.ticket_id
  where stg_tickets.solved_at >= ref_report.window_start and stg_tickets.solved_at < ref_report.month_end
    and exists (select 1 from stg_surveys where ticket_id is not null and invited_at is not null)
),

facts as (
  select 'response' as topic, 'all' as part, 'all' as member, count(*) filter (where is_answered) as k, count(*) as n
  from int_survey_responses where invited_at is not null
  union all
  select 'gating', case when is_complaint then 'complaints' else 'others' end, 'all', sum(is_invited), count(*)
  from invited_tickets group by is_complaint
  union all
  select 'gating', case when is_complaint then 'complaints' else 'others' end, team, sum(is_invited), count(*)
  from invited_tickets where team is not null group by is_complaint, team
  union all
  select 'perfect_score', 'agent', agent, count(*) filter (where is_satisfied), count(is_satisfied)
  from int_survey_responses where agent is not null and is_satisfied is not null group by agent
  union all
  select 'collected_by_handler', case when collected_by = agent then 'handler' else 'independent' end, 'all',
    count(*) filter (where is_satisfied), count(is_satisfied)
  from int_survey_responses
  where is_satisfied is not null and agent is not null and collected_by is not null
  group by case when collected_by = agent then 'handler' else 'independent' end
  union all
  select 'mode', 'mode', mode, count(*) filter (where is_satisfied), count(is_satisfied)
  from int_survey_responses where is_satisfied is not null and mode is not null group by mode
  union all
  select 'late_answers', 'all', 'all', count(*) filter (where seconds_between(served_at, answered_at) >= 168 * 3600), count(*)
  from int_survey_responses where served_at is not null and answered_at is not null
  union all
  select 'hasty_answers', 'all', 'all', count(*) filter (where duration_seconds < 10), count(*)
  from int_survey_responses where duration_seconds is not null and is_answered
  union all
  select 'version', 'version', questionnaire_version, count(*) filter (where is_answered), count(*)
  from int_survey_responses where questionnaire_version is not null group by questionnaire_version
  union all
  select 'pilot', 'version', coalesce(questionnaire_version, '?'), count(distinct case when is_pilot then response_id end), count(distinct response_id)
  from stg_surveys where is_pilot is not null and brand is null group by coalesce(questionnaire_version, '?')
)

select topic, part, member, cast(k as integer) as k, cast(n as integer) as n
from facts
where n > 0
