-- One row per period, dimension and member: customers lost, and how many of them were interviewed.
with lost as (
  select period, customer_id, interview_id, 'all' as dimension, 'all' as member from int_churn_lost_periods
  union all
  select period, customer_id, interview_id, 'tier', tier from int_churn_lost_periods
  union all
  select int_churn_lost_periods.period, int_churn_lost_periods.customer_id, int_churn_lost_periods.interview_id, int_churn_members.dimension, int_churn_members.member
  from int_churn_lost_periods
  inner join int_churn_members on int_churn_members.customer_id = int_churn_lost_periods.customer_id
  where int_churn_members.dimension in ('region', 'customer_type', 'segment')
)

select
  period,
  dimension,
  member,
  cast(count(*) as integer) as lost,
  cast(count(interview_id) as integer) as interviewed
from lost
where exists (select 1 from stg_churn_interviews)
group by period, dimension, member
