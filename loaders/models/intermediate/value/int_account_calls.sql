-- One row per call of a key account. (Counted where the records are.) (Nothing without int_key_accounts.)
select
  stg_calls.customer_id as customer_id,
  stg_calls.call_id as call_id,
  stg_calls.called_date as called_date,
  stg_calls.is_inbound as is_inbound,
  stg_calls.is_answered as is_answered,
  stg_calls.topic as topic
from stg_calls
inner join int_key_accounts on int_key_accounts.customer_id = stg_calls.customer_id
