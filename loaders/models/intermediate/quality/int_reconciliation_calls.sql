-- One row per call of a month whose control total differs, or of the day before or after it. (Counted where the records are.) (Nothing without int_reconciliation.)
with gaps as (
  select distinct month from int_reconciliation where status = 'different' and counted = 'calls.count'
)

select call_id, customer_id, called_at, agent, _source, _file, _row
from stg_calls
where month_of(called_date) in (select month from gaps)
  or month_of(called_date + to_days(1)) in (select month from gaps)
  or month_of(called_date - to_days(1)) in (select month from gaps)
