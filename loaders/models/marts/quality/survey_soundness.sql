-- One row per check of the answers themselves and part: k of n; of pairs of rated items the sums over who rated them all.
with asked as not materialized (
  select stg_surveys.*
  from stg_surveys
  cross join ref_report
  where coalesce(stg_surveys.is_pilot, false) = false
    and stg_surveys.brand is null
    and (stg_surveys.survey_date is null
      or (stg_surveys.survey_date >= ref_report.window_start and stg_surveys.survey_date < ref_report.month_end))
),

answered as (
  select response_id, max(ticket_id) as ticket_id
  from asked
  -- Only who names a ticket or was asked for ratings is looked at further.
  where response_id in (select response_id from asked where ticket_id is not null or question = 'rating')
  group by response_id
  having count(score) > 0
),

-- What is the same on every item tells nothing of the items.
spreads as (
  select response_id, count(*) as items, min(score) = max(score) as is_same
  from int_driver_answers
  where item not in ('', '(1)')
  group by response_id
),

-- The first answer of each customer whose next 90 days are known.
foretold as (
  select int_overall_answers.customer_id, arg_min(int_overall_answers.is_dissatisfied, (int_overall_answers.survey_date, int_overall_answers.response_id)) as is_dissatisfied, min(int_overall_answers.survey_date) as survey_date
  from int_overall_answers
  where int_overall_answers.customer_id in (select customer_id from int_churn_ends where factor = 1)
  group by int_overall_answers.customer_id
),

moments as (
  select one.item as part, other.item as other, count(*) as n, sum(one.score) as sum_x, sum(other.score) as sum_y, sum(one.score * other.score) as sum_xy
  from int_driver_answers as one
  inner join int_driver_answers as other on other.response_id = one.response_id
  where one.item not in ('', '(1)') and other.item not in ('', '(1)')
  group by one.item, other.item
),

facts as (
  select 'ceiling' as topic, cast(score as varchar) as part, count(*) as k, sum(count(*)) over () as n
  from int_overall_answers group by score
  union all
  select 'same_answers', case when spreads.is_same then 'same' else 'varied' end,
    count(*) filter (where int_overall_answers.is_satisfied), count(*)
  from spreads inner join int_overall_answers on int_overall_answers.response_id = spreads.response_id
  where spreads.items >= 3
  group by spreads.is_same
  union all
  select 'duplicates', 'all', count(*) - count(distinct ticket_id), count(*)
  from answered where ticket_id is not null
  union all
  select 'unanswered_items', asked.item, count(*) filter (where asked.score is null), count(*)
  from asked inner join answered on answered.response_id = asked.response_id
  where asked.question = 'rating'
  group by asked.item
  union all
  select 'retest', score || ' ' || next_score, count(*), count(*)
  from int_retested_answers group by score, next_score
  union all
  select 'foretelling', case when foretold.is_dissatisfied then 'dissatisfied' else 'others' end,
    count(*) filter (where int_churn_ends.left_date <= foretold.survey_date + 90), count(*)
  from foretold
  inner join int_churn_ends on int_churn_ends.customer_id = foretold.customer_id and int_churn_ends.factor = 1
    and int_churn_ends.started_date <= foretold.survey_date
    and coalesce(int_churn_ends.left_date, int_churn_ends.observed_to) >= foretold.survey_date
  where foretold.survey_date + 90 <= int_churn_ends.observed_to
  group by foretold.is_dissatisfied
)

select topic, part, '' as other, cast(k as integer) as k, cast(n as integer) as n, 0.0::double as sum_x, 0.0::double as sum_y, 0.0::double as sum_xy
from facts
where n > 0
union all
select 'consistency', part, other, 0, cast(n as integer), cast(sum_x as double), cast(sum_y as double), cast(sum_xy as double)
from moments
