-- One row per customer lost (each time): when, how, the tier and revenue held, and what an interview told.
with ends as (
  select customer_id, spell, left_date, last_date, end_kind, is_voluntary
  from int_churn_ends
  where factor = 1 and left_date is not null
  union all
  select customer_id, 1, left_date, left_date, end_kind, is_voluntary
  from int_customers_lifetime
  where clock = 'months' and has_left
),

amounts as (
  select ends.customer_id, ends.spell, sum(stg_contracts.monthly_amount) as monthly_amount
  from ends
  inner join stg_contracts on stg_contracts.customer_id = ends.customer_id
  where ends.last_date is null
    or stg_contracts.start_date is null
    or (stg_contracts.start_date <= ends.last_date and coalesce(stg_contracts.end_date, date '9999-01-01') >= ends.last_date)
  group by ends.customer_id, ends.spell
),

-- An interview is about the customer's nearest loss, a grace away at most: systems date the end by a day or a month.
nearest as (
  select
    ends.customer_id,
    ends.spell,
    stg_churn_interviews.interview_id,
    row_number() over (
      partition by stg_churn_interviews.interview_id
      order by abs(coalesce(date_diff('day', stg_churn_interviews.left_date, ends.left_date), 0)), ends.left_date desc, ends.spell desc
    ) as place
  from ends
  inner join stg_churn_interviews on stg_churn_interviews.customer_id = ends.customer_id
  cross join ref_churn
  where stg_churn_interviews.left_date is null
    or ends.left_date is null
    or abs(date_diff('day', stg_churn_interviews.left_date, ends.left_date)) <= greatest(31, ref_churn.grace_days, coalesce(ref_churn.silent_days, 0))
),

-- Asked twice about one loss: the later interview stands, the other is listed among the checks.
talks as (
  select customer_id, spell, max(interview_id) as interview_id from nearest where place = 1 group by customer_id, spell
)

select
  ends.customer_id,
  ends.spell,
  ends.left_date,
  month_of(ends.left_date) as month,
  ends.left_date is null or ends.left_date >= ref_report.window_start as is_in_window,
  ends.end_kind,
  ends.is_voluntary,
  coalesce(int_customer_standing.end_tier, 'unknown') as tier,
  cast(coalesce(amounts.monthly_amount, int_customer_standing.revenue / 12) as decimal(18, 2)) as monthly_amount,
  int_churn_interviews.interview_id,
  coalesce(int_churn_interviews.cause, 'unknown') as cause,
  coalesce(int_churn_interviews.destination_brand, 'unknown') as destination,
  int_churn_interviews.rival_advantage_score,
  int_churn_interviews.can_win_back
from ends
cross join ref_report
left join amounts on amounts.customer_id = ends.customer_id and amounts.spell = ends.spell
left join talks on talks.customer_id = ends.customer_id and talks.spell = ends.spell
left join int_churn_interviews on int_churn_interviews.interview_id = talks.interview_id
left join int_customer_standing on int_customer_standing.customer_id = ends.customer_id
