-- One row per invitation and question; score is null where it was not answered.
select
  *,
  cast(coalesce(answered_at, invited_at) as date) as survey_date
from all_surveys
