-- One row per speed of our first answer: prospects decided by the end of the report month, and those won.
with asked as (
  select
    prospect_id,
    min(inquired_at) as inquired_at,
    min(answered_at) as answered_at,
    max_by(outcome, graded_date) as outcome
  from stg_prospects
  cross join ref_report
  where graded_date < cast(ref_report.month_end as date)
  group by prospect_id
),

timed as (
  select
    outcome,
    case
      when answered_at is null then 'never'
      when minutes_between(inquired_at, answered_at) <= 240 then 'within_4h'
      when minutes_between(inquired_at, answered_at) <= 1440 then 'within_24h'
      else 'later'
    end as speed
  from asked
  where inquired_at is not null and outcome in ('won', 'lost')
)

select
  speed,
  cast(count(*) as integer) as decided,
  cast(count(*) filter (where outcome = 'won') as integer) as won
from timed
group by speed
