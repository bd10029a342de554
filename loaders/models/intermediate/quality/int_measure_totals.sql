-- One row per source, measure and month: what the records add up to.
with sums as (
  select _source as source, 'orders' as entity, cast(ordered_at as date) as day, count(*) as records,
    sum(amount) as amount, sum(margin) as margin, sum(quantity) as quantity
  from stg_orders group by all
  union all by name
  select _source as source, 'returns' as entity, cast(requested_at as date) as day, count(*) as records, sum(amount) as amount
  from stg_returns group by all
  union all by name
  select _source as source, 'work_orders' as entity, completed_date as day, count(*) as records, sum(fee) as fee
  from stg_work_orders group by all
  union all by name
  select _source as source, 'care_actions' as entity, acted_date as day, count(*) as records, sum(cost) as cost
  from stg_care_actions group by all
  union all by name
  select _source as source, 'customer_events' as entity, held_date as day, count(*) as records, sum(cost) as cost
  from stg_customer_events group by all
  union all by name
  select _source as source, 'prospects' as entity, graded_date as day, count(*) as records
  from stg_prospects group by all
  union all by name
  select _source as source, 'tickets' as entity, created_date as day, count(*) as records, sum(fee) as fee
  from stg_tickets group by all
  union all by name
  select source, 'calls' as entity, day, sum(calls) as records
  from int_call_days group by all
  union all by name
  select _source as source, 'sessions' as entity, entered_date as day, count(*) as records
  from stg_sessions group by all
  union all by name
  select _source as source, 'callbacks' as entity, called_date as day, count(*) as records
  from stg_callbacks group by all
  union all by name
  select _source as source, 'visits' as entity, visited_date as day, count(*) as records, sum(cost) as cost
  from stg_visits group by all
  union all by name
  select _source as source, 'contracts' as entity, start_date as day, count(*) as records, sum(total_amount) as total_amount
  from stg_contracts group by all
),

long as (
  select source, day, entity || '.count' as measure, cast(records as decimal(28, 4)) as value from sums
  union all
  select source, day, entity || '.amount', amount from sums where entity in ('orders', 'returns')
  union all
  select source, day, entity || '.margin', margin from sums where entity = 'orders'
  union all
  select source, day, entity || '.quantity', quantity from sums where entity = 'orders'
  union all
  select source, day, entity || '.fee', fee from sums where entity in ('work_orders', 'tickets')
  union all
  select source, day, entity || '.cost', cost from sums where entity in ('care_actions', 'customer_events', 'visits')
  union all
  select source, day, entity || '.total_amount', total_amount from sums where entity = 'contracts'
)

select source, measure, month_of(day) as month, sum(coalesce(value, 0)) as value
from long
where day is not null
group by source, measure, month_of(day)
