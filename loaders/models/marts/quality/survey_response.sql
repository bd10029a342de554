-- One row per dimension and member: invitations in the window, delivered and answered.
with invitations as (
  select
    response_id,
    min(invited_at) as invited_at,
    max(case when delivered_at is not null then 1 else 0 end) as is_delivered,
    max(case when score is not null then 1 else 0 end) as is_answered,
    max(mode) as mode,
    max(stg_surveys.segment) as segment,
    max(stg_surveys.region) as region,
    max(channel) as channel,
    max(questionnaire_version) as questionnaire_version
  from stg_surveys
  where invited_at is not null and coalesce(is_pilot, false) = false
  group by response_id
),

in_window as (
  select invitations.*
  from invitations
  cross join ref_report
  where invited_at >= ref_report.window_start and invited_at < ref_report.month_end
),

tracked as (
  select max(is_delivered) as is_tracked from in_window
),

long as (
  select 'all' as dimension, 'all' as member, is_delivered, is_answered from in_window
  union all select 'mode', mode, is_delivered, is_answered from in_window where mode is not null
  union all select 'segment', segment, is_delivered, is_answered from in_window where segment is not null
  union all select 'region', region, is_delivered, is_answered from in_window where region is not null
  union all select 'channel', channel, is_delivered, is_answered from in_window where channel is not null
  union all select 'questionnaire_version', questionnaire_version, is_delivered, is_answered from in_window where questionnaire_version is not null
)

select
  dimension,
  member,
  cast(count(*) as integer) as invited,
  case when max(tracked.is_tracked) = 1 then cast(sum(is_delivered) as integer) end as delivered,
  cast(sum(is_answered) as integer) as answered
from long
cross join tracked
group by dimension, member
