-- One row per customer, signal and day: what may tell of leaving before it happens.
-- Where nobody can leave, nobody asks.
with leaving as (
  select distinct 1 as one from int_churn_ends
),

signals as (
  select customer_id, 'complaint' as signal, created_date as signal_date
  from int_complaints
  cross join leaving
  where customer_id is not null
  union
  select customer_id, 'low_score', survey_date
  from int_survey_answers
  cross join leaving
  where customer_id is not null
    -- Bottom two boxes; of the would-recommend question all detractors.
    and case when question = 'nps' then score <= 6 else is_dissatisfied end
    and question in ('csat', 'nps', 'ces')
  union
  select customer_id, 'unanswered_callback', called_date
  from stg_callbacks
  where customer_id is not null and outcome <> 'reached'
  union
  select customer_id, 'rival_mentioned', occurred_date
  from mentions
  where customer_id is not null and occurred_date is not null
  union
  -- Ninety days with less than half the orders of the ninety days before, where there had been two orders at least.
  select customer_id, 'fewer_orders', month_start
  from (
    select
      int_bought_lines.customer_id,
      ref_months.month_start,
      count(*) filter (where int_bought_lines.ordered_at >= ref_months.month_start - interval 90 day) as recent,
      count(*) filter (where int_bought_lines.ordered_at < ref_months.month_start - interval 90 day) as before
    from ref_months
    inner join int_bought_lines on int_bought_lines.ordered_at < ref_months.month_start
      and int_bought_lines.ordered_at >= ref_months.month_start - interval 180 day
    cross join ref_report
    cross join ref_churn
    -- Where silence is what counts as leaving, fewer orders are no sign of it but its beginning.
    where ref_churn.rule <> 'inactivity' and int_bought_lines.customer_id is not null and ref_months.month_start >= ref_report.first_date + interval 180 day
    group by int_bought_lines.customer_id, ref_months.month_start
  ) as counted
  where before >= 2 and recent * 2 < before
)

select signals.*
from signals
cross join leaving
