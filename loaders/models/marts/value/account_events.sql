-- One row per key account and place: what happened with it in two years, the latest 200.
select
  customer_id,
  cast(place as integer) as place,
  cast(cast(event_date as date) as varchar) as event_date,
  kind,
  coalesce(record_id, '') as record_id,
  coalesce(about, '') as about,
  coalesce(state, '') as state,
  cast(amount as double) as amount,
  score,
  is_bad
from int_account_events
where place <= 200
