-- One row per closed complaint whose customer may be called: called back within the working days allowed, and reached, or not.
select
  int_callbacks_due.ticket_id as record_id,
  cast(int_callbacks_due.closed_at as date) as occurred_date,
  int_callbacks_due.customer_id,
  int_callbacks_due.brand,
  int_callbacks_due.channel,
  int_callbacks_due.handler as agent,
  int_callbacks_due.team,
  int_callbacks_due.product,
  int_callbacks_due.region,
  case when int_callbacks_due.reached_at < int_callbacks_due.due_at then 1 else 0 end as score
from int_callbacks_due
cross join ref_report
where int_callbacks_due.due_at <= ref_report.month_end
  and int_callbacks_due.due_at <= (select known_until from ref_horizons where entity = 'callbacks')
  and not int_callbacks_due.is_exempt
  and (select count(*) from stg_callbacks) > 0
