-- One row per customer and month in which something was done for it: sums of contacts, of their seconds and of what they cost besides. (Counted where the records are.) (Nothing without int_touches_wanted.)
select
  int_service_touches.customer_id as customer_id,
  cast(date_trunc('month', int_service_touches.touch_date) as date) as month_start,
  sum(case when int_service_touches.kind in ('call', 'session', 'ticket', 'callback', 'visit') then 1 else 0 end) as contacts,
  sum(case when int_service_touches.kind = 'visit' then 1 else 0 end) as visits,
  sum(case when int_service_touches.is_ours and int_service_touches.kind in ('call', 'callback') then 1 else 0 end) as calls,
  sum(int_service_touches.seconds) as seconds,
  sum(int_service_touches.cost) as cost
from int_service_touches
cross join ref_report
cross join int_touches_wanted
where int_service_touches.touch_date < ref_report.month_end
group by int_service_touches.customer_id, cast(date_trunc('month', int_service_touches.touch_date) as date)
