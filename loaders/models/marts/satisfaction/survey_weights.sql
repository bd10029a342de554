-- One row per question and wave (or "(all)") whose answers carry weights: sums with them and without.
with answers as (
  select question, coalesce(wave, '') as wave, response_id, score, coalesce(weight, 1) as weight, is_satisfied, is_dissatisfied
  from int_survey_answers
  cross join ref_report
  where question in (select question from int_survey_answers where weight is not null)
    and (question = 'nps' or (question = 'csat' and item = 'overall'))
    and brand is null
    and (survey_date is null or (survey_date >= ref_report.window_start and survey_date < ref_report.month_end) or wave is not null)
),

cut as (
  select * from answers where wave <> ''
  union all
  select * replace ('(all)' as wave) from answers
)

select
  question,
  wave,
  cast(count(*) as integer) as n,
  cast(sum(weight) as double) as weight,
  cast(sum(weight * weight) as double) as weight_sq,
  cast(sum(score) as double) as total,
  cast(sum(weight * score) as double) as weighted_total,
  cast(sum(weight * score * score) as double) as weighted_sq,
  cast(count(*) filter (where case when question = 'nps' then score >= 9 else is_satisfied end) as integer) as positive,
  cast(count(*) filter (where case when question = 'nps' then score <= 6 else is_dissatisfied end) as integer) as negative,
  cast(coalesce(sum(weight) filter (where case when question = 'nps' then score >= 9 else is_satisfied end), 0) as double) as weighted_positive,
  cast(coalesce(sum(weight) filter (where case when question = 'nps' then score <= 6 else is_dissatisfied end), 0) as double) as weighted_negative
from cut
group by question, wave
