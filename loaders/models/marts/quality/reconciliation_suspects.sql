-- One row per month, source, measure and record that could explain the difference.
with twins as (
  select
    *,
    count(*) over (partition by month, source, measure, customer_id, occurred_at, amount) > 1 and customer_id is not null as has_twin,
    row_number() over (partition by month, source, measure order by abs(amount) desc nulls last, record_id) as size_rank,
    row_number() over (partition by month, source, measure, place order by edge_minutes, record_id) as edge_rank
  from int_reconciliation_records
),

unreadable as (
  select distinct file, "row" from rejects where severity = 'cell'
),

likely as (
  select twins.*, unreadable.file is not null as is_unreadable
  from twins
  left join unreadable on unreadable.file = twins.file and unreadable."row" = twins."row"
  where (place = 'month' and split_column(counted) <> 'count' and (
      amount in (difference, difference / 2, difference / 0.99, difference / 0.9, difference / -9, difference / -99)
      or abs(amount - difference / 0.99) < 0.01 or abs(amount - difference / 0.9) < 0.01
      or abs(amount + difference / 9) < 0.01 or abs(amount + difference / 99) < 0.01
      or same_digits(amount, amount - difference) or size_rank <= 3))
    or (place = 'month' and has_twin and difference > 0)
    or (place = 'month' and unreadable.file is not null)
    or (place = 'month' and split_column(counted) = 'count' and difference > 0 and edge_rank <= 3)
    or (place <> 'month' and split_column(counted) <> 'count' and amount = -difference)
    or (place <> 'month' and split_column(counted) = 'count' and difference < 0 and edge_rank <= 3)
),

dropped as (
  select
    gaps.month, gaps.source, gaps.measure, gaps.counted, gaps.difference,
    dropped_records.record_id, dropped_records.customer_id, dropped_records.occurred_at, dropped_records.recorded_by,
    dropped_records.file, dropped_records."row", dropped_records.amount,
    'dropped' as place, 0 as edge_minutes, false as has_twin, false as is_unreadable,
    kept.amount as kept_amount
  from int_reconciliation as gaps
  inner join dropped_records
    on dropped_records.measure = gaps.counted and month_of(cast(dropped_records.occurred_at as date)) = gaps.month
  left join int_reconciliation_records as kept
    on kept.month = gaps.month and kept.measure = gaps.measure and kept.source = gaps.source
    and kept.record_id = dropped_records.record_id and kept.place = 'month'
  where gaps.status = 'different'
),

unmatched as (
  select
    gaps.month, gaps.source, gaps.measure, gaps.counted, gaps.difference,
    matches.record_id, matches.customer_id, matches.occurred_at, matches.recorded_by, matches.file, matches."row",
    1 as amount, 'unmatched' as place, 0 as edge_minutes, false as has_twin, false as is_unreadable
  from int_reconciliation as gaps
  inner join int_source_matches as matches
    on matches.month = gaps.month and matches.source = gaps.source and matches.code = gaps.measure
  where gaps.counted = 'matches.count' and not matches.is_found
)

select
  month, source, measure, counted, cast(difference as double) as difference, file, cast("row" as integer) as "row", place,
  record_id, strftime(occurred_at, '%Y-%m-%d') as occurred_date, recorded_by,
  cast(amount as double) as amount, cast(kept_amount as double) as kept_amount,
  cast(edge_minutes as integer) as edge_minutes, has_twin, is_unreadable
from (
  select * from likely
  union all by name
  select * from dropped
  union all by name
  select * from unmatched
) as candidates
