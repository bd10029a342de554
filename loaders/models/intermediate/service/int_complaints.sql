-- One row per complaint, with its month and the customer it came from.
select
  stg_tickets.ticket_id,
  stg_tickets.created_month as month,
  stg_tickets.created_at >= ref_report.window_start as is_in_window,
  stg_tickets.created_at >= ref_report.month_start as is_in_month,
  stg_tickets.customer_id,
  coalesce(stg_tickets.customer_id, stg_tickets.ticket_id) as complainant_id,
  coalesce(stg_tickets.category, '(none)') as category,
  stg_tickets.subcategory,
  stg_tickets.channel,
  stg_tickets.product,
  stg_tickets.region,
  stg_tickets.city,
  stg_tickets.brand,
  stg_tickets.status,
  stg_tickets.handler,
  stg_tickets.responsible_department,
  case
    when stg_tickets.responsible_party = 'department' then coalesce(stg_tickets.responsible_department, 'unassigned')
    else coalesce(stg_tickets.responsible_party, stg_tickets.responsible_department, 'unassigned')
  end as responsible,
  stg_tickets.created_date,
  stg_tickets.created_at,
  coalesce(stg_tickets.closed_at, stg_tickets.solved_at) as ended_at,
  coalesce(stg_tickets.reopened_count, 0) as reopened_count,
  stg_tickets.causes,
  coalesce(stg_tickets.status in ('solved', 'closed'), stg_tickets.closed_at is not null) as is_done
from stg_tickets
cross join ref_report
where stg_tickets.is_complaint and stg_tickets.created_at < ref_report.month_end
  -- Complaints about rivals are not ours; where no brand is ours, all are looked at alike.
  and (stg_tickets.brand is null
    or stg_tickets.brand in (select code from ref_brands where try_boolean(is_ours))
    or not exists (select 1 from ref_brands where try_boolean(is_ours)))
