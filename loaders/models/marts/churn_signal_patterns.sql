-- One row per pattern of signals in the 90 days before a month, and whether a contract ends in it: months and losses.
select
  complaint,
  low_score,
  fewer_orders,
  unanswered_callback,
  rival_mentioned,
  contract_due,
  cast(count(*) as integer) as customer_months,
  cast(sum(has_left) as integer) as lost
from int_churn_person_months
group by complaint, low_score, fewer_orders, unanswered_callback, rival_mentioned, contract_due
