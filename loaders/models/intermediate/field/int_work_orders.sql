-- One row per job on site done by the end of the report month: was it in time, and did somebody have to come again.
with jobs as (
  select
    stg_work_orders.work_order_id,
    stg_work_orders.ticket_id,
    stg_work_orders.customer_id,
    coalesce(stg_work_orders.asset_id, stg_work_orders.ticket_id) as device,
    coalesce(stg_work_orders.region, stg_customers.region) as region,
    stg_work_orders.technician,
    stg_work_orders.completed_at,
    stg_work_orders.completed_date,
    stg_work_orders.is_signed,
    stg_work_orders.has_feedback_card,
    stg_work_orders.is_parts_missing,
    stg_work_orders.fee,
    stg_tickets.category,
    -- An appointment without a time of day is one for that day.
    case
      when stg_work_orders.scheduled_at = date_trunc('day', stg_work_orders.scheduled_at)
        then cast(stg_work_orders.arrived_at as date) <= cast(stg_work_orders.scheduled_at as date)
      else minutes_between(stg_work_orders.scheduled_at, stg_work_orders.arrived_at) <= ref_field.late_minutes
    end as is_kept
  from stg_work_orders
  cross join ref_report
  cross join ref_field
  left join stg_customers on stg_customers.customer_id = stg_work_orders.customer_id
  left join stg_tickets on stg_tickets.ticket_id = stg_work_orders.ticket_id
  where stg_work_orders.completed_at < ref_report.month_end
),

followed as (
  select
    *,
    lead(work_order_id) over (partition by device order by completed_at, work_order_id) as next_id,
    lead(completed_at) over (partition by device order by completed_at, work_order_id) as next_at
  from jobs
)

select
  followed.*,
  -- Only of a job long enough ago is it known whether a second visit followed in time.
  followed.device is not null
  and followed.completed_at + to_days(ref_field.second_visit_days) <= known.known_until as is_due,
  coalesce(followed.device is not null and followed.next_at <= followed.completed_at + to_days(ref_field.second_visit_days), false) as is_again
from followed
cross join ref_field
cross join (select known_until from ref_horizons where entity = 'work_orders') as known
