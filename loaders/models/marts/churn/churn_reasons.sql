-- One row per period, kind (reason or category) and code: customers who named it, alone, among others, and in parts.
with named as (
  select interview_id, 'reason' as kind, reason as code from int_churn_reasons
  union
  select interview_id, 'category', category from int_churn_reasons
  union
  -- Service in any of its forms, and nothing but service: what the saying of 68 % is about.
  select interview_id, 'service', 'any' from int_churn_reasons where lower(category) in ('service', 'attitude', 'both')
  union
  select interview_id, 'service', 'only'
  from int_churn_reasons
  group by interview_id
  having count(*) = count(*) filter (where lower(category) in ('service', 'attitude'))
),

counted as (
  select interview_id, kind, count(*) as names from named group by interview_id, kind
),

interviewed as (
  select period, count(*) filter (where cause is not null) as interviews from int_churn_told group by period
),

lost as (
  select period, count(*) as customers from int_churn_lost_periods group by period
)

select
  int_churn_told.period,
  named.kind,
  named.code,
  cast(count(*) as integer) as named_by,
  cast(count(*) filter (where counted.names = 1) as integer) as only_reason,
  -- 2520 parts of a customer can be shared out evenly among up to ten reasons.
  cast(sum(round(2520.0 / counted.names)) as bigint) as parts,
  cast(max(interviewed.interviews) as integer) as interviews,
  cast(coalesce(max(lost.customers), 0) as integer) as lost
from int_churn_told
inner join named on named.interview_id = int_churn_told.interview_id
inner join counted on counted.interview_id = named.interview_id and counted.kind = named.kind
inner join interviewed on interviewed.period = int_churn_told.period
left join lost on lost.period = int_churn_told.period
group by int_churn_told.period, named.kind, named.code
