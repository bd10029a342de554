-- One row per variant of the churn rule, customer and stretch watched in the window: its days there, and whether it was lost.
select
  int_churn_ends.factor,
  int_churn_ends.customer_id,
  int_churn_ends.spell,
  int_churn_ends.observed_to,
  int_churn_ends.left_date is not null and int_churn_ends.is_voluntary as is_lost,
  -- From the day custom is watched to the day losses are final: of later ones nobody can be known as lost yet.
  greatest(0, date_diff('day', greatest(ref_report.window_start, int_churn_ends.started_date, int_churn_ends.observed_from), coalesce(int_churn_ends.left_date, int_churn_ends.observed_to))) as exposure
from int_churn_ends
cross join ref_report
where (int_churn_ends.left_date is null or int_churn_ends.left_date >= ref_report.window_start)
  and int_churn_ends.started_date < int_churn_ends.observed_to
