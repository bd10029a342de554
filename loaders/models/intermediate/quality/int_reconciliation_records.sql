-- One row per record that a differing control total counts, or would count a day earlier or later.
with gaps as (
  select *, cast(month || '-01' as date) as month_start, cast(month || '-01' as date) + interval 1 month as month_end
  from int_reconciliation
  where status = 'different'
),

records as (
  select 'orders' as entity, order_line_id as record_id, customer_id, ordered_at as occurred_at, recorded_by, _source, _file, _row,
    amount, margin, quantity
  from stg_orders where 'orders' in (select split_entity(counted) from gaps)
  union all by name
  select 'returns' as entity, return_id as record_id, customer_id, requested_at as occurred_at, recorded_by, _source, _file, _row, amount
  from stg_returns where 'returns' in (select split_entity(counted) from gaps)
  union all by name
  select 'work_orders' as entity, work_order_id as record_id, customer_id, completed_at as occurred_at, recorded_by, _source, _file, _row, fee
  from stg_work_orders where 'work_orders' in (select split_entity(counted) from gaps)
  union all by name
  select 'care_actions' as entity, care_id as record_id, customer_id, cast(acted_date as timestamp) as occurred_at, recorded_by, _source, _file, _row, cost
  from stg_care_actions where 'care_actions' in (select split_entity(counted) from gaps)
  union all by name
  select 'customer_events' as entity, event_id as record_id, cast(held_date as timestamp) as occurred_at, owner as recorded_by, _source, _file, _row, cost
  from stg_customer_events where 'customer_events' in (select split_entity(counted) from gaps)
  union all by name
  select 'prospects' as entity, prospect_id as record_id, customer_id, cast(graded_date as timestamp) as occurred_at, owner as recorded_by, _source, _file, _row
  from stg_prospects where 'prospects' in (select split_entity(counted) from gaps)
  union all by name
  select 'tickets' as entity, ticket_id as record_id, customer_id, created_at as occurred_at, handler as recorded_by, _source, _file, _row, fee
  from stg_tickets where 'tickets' in (select split_entity(counted) from gaps)
  union all by name
  select 'calls' as entity, call_id as record_id, customer_id, called_at as occurred_at, agent as recorded_by, _source, _file, _row
  from int_reconciliation_calls
  union all by name
  select 'sessions' as entity, session_id as record_id, customer_id, entered_at as occurred_at, agent as recorded_by, _source, _file, _row
  from stg_sessions where 'sessions' in (select split_entity(counted) from gaps)
  union all by name
  select 'callbacks' as entity, callback_id as record_id, customer_id, called_at as occurred_at, caller as recorded_by, _source, _file, _row
  from stg_callbacks where 'callbacks' in (select split_entity(counted) from gaps)
  union all by name
  select 'visits' as entity, visit_id as record_id, customer_id, cast(visited_date as timestamp) as occurred_at, visitor as recorded_by, _source, _file, _row, cost
  from stg_visits where 'visits' in (select split_entity(counted) from gaps)
  union all by name
  select 'contracts' as entity, contract_id as record_id, customer_id, cast(start_date as timestamp) as occurred_at, salesperson as recorded_by, _source, _file, _row, total_amount
  from stg_contracts where 'contracts' in (select split_entity(counted) from gaps)
)

select
  gaps.month,
  gaps.source,
  gaps.measure,
  gaps.counted,
  gaps.difference,
  records.record_id,
  records.customer_id,
  records.occurred_at,
  records.recorded_by,
  records._file as file,
  records._row as "row",
  case split_column(gaps.counted)
    when 'count' then 1 when 'amount' then amount when 'margin' then margin when 'quantity' then quantity
    when 'fee' then fee when 'cost' then cost when 'total_amount' then total_amount
  end as amount,
  case when occurred_at < month_start then 'before' when occurred_at >= month_end then 'after' else 'month' end as place,
  least(abs(seconds_between(month_start, occurred_at)), abs(seconds_between(month_end, occurred_at))) / 60 as edge_minutes
from gaps
inner join records
  on records.entity = split_entity(gaps.counted)
  and records.occurred_at >= gaps.month_start - interval 1 day
  and records.occurred_at < gaps.month_end + interval 1 day
where records._source = gaps.source or gaps.source not in (select source from int_measure_totals)
