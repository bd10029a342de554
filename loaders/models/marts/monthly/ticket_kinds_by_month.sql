-- One row per month, ticket type other than complaints, and category.
select
  stg_tickets.created_month as month,
  stg_tickets.ticket_type,
  coalesce(stg_tickets.category, '(none)') as category,
  cast(count(*) as integer) as tickets
from stg_tickets
cross join ref_report
where not stg_tickets.is_complaint
  and stg_tickets.ticket_type is not null
  and stg_tickets.created_at < ref_report.month_end
group by stg_tickets.created_month, stg_tickets.ticket_type, coalesce(stg_tickets.category, '(none)')
