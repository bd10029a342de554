-- One row per variant of the churn rule and customer, where the customers' list says when they left.
-- Who has no joining date was there before the records; left before joining tells of neither.
select
  ref_churn_variants.factor,
  stg_customers.customer_id,
  1 as spell,
  coalesce(stg_customers.joined_date, ref_churn.first_date) as started_date,
  coalesce(stg_customers.left_date, date '9999-01-01') as last_date,
  0 as waiting_days,
  coalesce(stg_customers.left_date, date '9999-01-01') as ends_date,
  'voluntary' as end_kind
from stg_customers
cross join ref_churn
cross join ref_churn_variants
where ref_churn.rule = 'left_date'
  and ref_churn.has_base
  and (stg_customers.joined_date is null or stg_customers.joined_date < ref_churn.known_until)
  and (stg_customers.joined_date is null or stg_customers.left_date is null or stg_customers.left_date >= stg_customers.joined_date)
