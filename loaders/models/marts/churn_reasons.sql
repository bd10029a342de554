-- One row per kind (reason or category) and code: customers who named it, alone or among others.
with named as (
  select interview_id, 'reason' as kind, reason as code, reasons from int_churn_reasons
  union all
  select interview_id, 'category', category, reasons from int_churn_reasons
),

interviewed as (
  select count(distinct interview_id) as interviews from int_churn_reasons
)

select
  named.kind,
  named.code,
  cast(count(distinct named.interview_id) as integer) as named_by,
  cast(count(distinct named.interview_id) filter (where named.reasons = 1) as integer) as only_reason,
  cast(max(interviewed.interviews) as integer) as interviews
from named
cross join interviewed
group by named.kind, named.code
