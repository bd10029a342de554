-- One row per interview and period ("window", "all") with a customer who left of their own will.
with told as (
  select
    int_churn_interviews.interview_id,
    int_churn_interviews.cause,
    coalesce(int_churn_interviews.destination_brand, 'unknown') as destination,
    int_churn_interviews.rival_advantage_score,
    coalesce(int_churn_losses.tier, int_customer_standing.end_tier, 'unknown') as tier,
    int_churn_losses.monthly_amount,
    coalesce(
      int_churn_losses.is_in_window,
      stg_churn_interviews.left_date is null or stg_churn_interviews.left_date >= ref_report.window_start
    ) as is_in_window
  from int_churn_interviews
  inner join stg_churn_interviews on stg_churn_interviews.interview_id = int_churn_interviews.interview_id
  left join int_churn_losses on int_churn_losses.interview_id = int_churn_interviews.interview_id
  left join int_customer_standing on int_customer_standing.customer_id = int_churn_interviews.customer_id
  cross join ref_report
  -- An interview that fits no loss counts by itself only where nothing else is known of the customer.
  where (int_churn_losses.interview_id is not null
      or not exists (select 1 from int_churn_ends where int_churn_ends.customer_id = int_churn_interviews.customer_id))
    and coalesce(int_churn_losses.is_voluntary, coalesce(int_churn_interviews.cause, '') <> 'involuntary')
    and (stg_churn_interviews.left_date is null or stg_churn_interviews.left_date < ref_report.month_end)
)

select 'all' as period, * exclude (is_in_window) from told
union all
select 'window', * exclude (is_in_window) from told where is_in_window
