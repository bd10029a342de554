-- One row per period, tier and brand that lost customers went to; "unknown" is who was not asked or did not say.
with losses as (
  select period, tier, destination, cause, rival_advantage_score from int_churn_lost_periods
  union all
  select int_churn_told.period, int_churn_told.tier, int_churn_told.destination, int_churn_told.cause, int_churn_told.rival_advantage_score
  from int_churn_told
  where not exists (select 1 from int_churn_losses where int_churn_losses.interview_id = int_churn_told.interview_id)
)

select
  period,
  tier,
  destination as brand,
  cast(count(*) as integer) as customers,
  cast(count(rival_advantage_score) as integer) as rated,
  cast(coalesce(sum(rival_advantage_score), 0) as double) as advantage
from losses
group by period, tier, destination
