-- One row per month, region, pattern of signals in the 90 days before, and whether a contract ends: customers and losses.
select
  month,
  region,
  complaint,
  low_score,
  fewer_orders,
  unanswered_callback,
  rival_mentioned,
  contract_due,
  cast(count(*) as integer) as customer_months,
  cast(sum(has_left) as integer) as lost
from int_churn_person_months
group by month, region, complaint, low_score, fewer_orders, unanswered_callback, rival_mentioned, contract_due
