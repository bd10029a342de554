-- One row per variant of the churn rule, customer and stretch of being one that the records saw: did it end?
select
  int_churn_spells.factor,
  int_churn_spells.customer_id,
  int_churn_spells.spell,
  int_churn_spells.started_date,
  int_churn_spells.last_date,
  case when int_churn_spells.ends_date + to_days(cast(int_churn_spells.waiting_days as integer)) < ref_report.month_end then int_churn_spells.ends_date end as left_date,
  -- Ended, but still within the grace: it may yet be renewed.
  int_churn_spells.ends_date < ref_report.month_end
    and int_churn_spells.ends_date + to_days(cast(int_churn_spells.waiting_days as integer)) >= ref_report.month_end as is_pending,
  -- Until here losses are final; of later days nobody can be known as lost yet.
  cast(cast(ref_report.month_end as date) - to_days(cast(int_churn_spells.waiting_days as integer)) as date) as observed_to,
  int_churn_spells.end_kind,
  int_churn_spells.end_kind = 'voluntary' as is_voluntary
from int_churn_spells
cross join ref_report
-- Who had left before the records begin was never observed.
where int_churn_spells.ends_date >= ref_report.first_date
