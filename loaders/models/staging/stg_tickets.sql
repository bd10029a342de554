-- One row per ticket.
select
  *,
  cast(created_at as date) as created_date,
  month_of(cast(created_at as date)) as created_month,
  coalesce(ticket_type, 'other') = 'complaint' as is_complaint
from all_tickets
