-- One row per request of the window that was not met by the promised time.
select
  ticket_id,
  coalesce(customer_id, '') as customer_id,
  category,
  tier,
  cast(promised_at as date) as promised_date,
  cast(done_at as date) as done_date,
  cast(minutes_between(promised_at, done_at) / 60.0 as double) as hours_late
from int_commitments
where outcome = 'missed'
