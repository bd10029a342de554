-- One row per variant of the churn rule, customer and stretch of being one that the records saw: did it end?
select
  int_churn_spells.factor,
  int_churn_spells.customer_id,
  int_churn_spells.spell,
  int_churn_spells.started_date,
  int_churn_spells.last_date,
  case when int_churn_spells.ends_date + to_days(cast(int_churn_spells.waiting_days as integer)) < ref_churn.known_until then int_churn_spells.ends_date end as left_date,
  -- Ended, but still within the grace: it may yet be renewed.
  int_churn_spells.ends_date < ref_churn.known_until
    and int_churn_spells.ends_date + to_days(cast(int_churn_spells.waiting_days as integer)) >= ref_churn.known_until as is_pending,
  -- Until here losses are final; of later days nobody can be known as lost yet.
  cast(cast(ref_churn.known_until as date) - to_days(cast(int_churn_spells.waiting_days as integer)) as date) as observed_to,
  -- The first silent days of the records can show no loss: custom is watched from then on.
  cast(ref_churn.first_date + to_days(cast(case when ref_churn.rule = 'inactivity' then coalesce(ref_churn_variants.silent_days, 0) else 0 end as integer)) as date) as observed_from,
  int_churn_spells.end_kind,
  int_churn_spells.end_kind = 'voluntary' as is_voluntary
from int_churn_spells
cross join ref_churn
inner join ref_churn_variants on ref_churn_variants.factor = int_churn_spells.factor
-- Who had left before the records begin was never observed.
where int_churn_spells.ends_date >= ref_churn.first_date
