-- One row per prospect and month from its first grading to the one it ended in: grade before and now, and how it stands.
with gradings as (
  select
    stg_prospects.prospect_id,
    stg_prospects.customer_id,
    stg_prospects.graded_date,
    coalesce(stg_prospects.grade, '(none)') as grade,
    coalesce(stg_prospects.outcome, 'open') as outcome,
    stg_prospects.owner
  from stg_prospects
),

-- A month without a new grading keeps the last one.
months as (
  select
    gradings.prospect_id,
    ref_months.month,
    max_by(gradings.grade, gradings.graded_date) as grade,
    max_by(gradings.outcome, gradings.graded_date) as outcome,
    max_by(gradings.owner, gradings.graded_date) as owner,
    max(gradings.customer_id) as customer_id
  from gradings
  inner join ref_months on gradings.graded_date < ref_months.month_end
  group by gradings.prospect_id, ref_months.month
),

stepped as (
  select
    *,
    lag(grade) over (partition by prospect_id order by month) as grade_before,
    lag(outcome) over (partition by prospect_id order by month) as outcome_before
  from months
)

-- Who comes back after an end is fresh.
select
  prospect_id,
  customer_id,
  month,
  grade,
  outcome,
  coalesce(owner, '') as owner,
  case when outcome_before = 'open' then grade_before end as grade_before
from stepped
where outcome = 'open' or coalesce(outcome_before, 'open') = 'open'
