-- One row per call on a day that cannot be right. (Counted where the records are.) (Nothing without int_strange_days.)
select
  int_strange_days.check_id as check_id,
  stg_calls.call_id as record_id,
  stg_calls.customer_id as customer_id,
  stg_calls._file as file,
  stg_calls._row as "row",
  cast(stg_calls.called_date as varchar) as found
from stg_calls
inner join int_strange_days on int_strange_days.entity = 'calls' and int_strange_days.day = stg_calls.called_date
