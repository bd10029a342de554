-- One row per month, ticket type other than complaints, and category.
with counted as (
  select cast(date_trunc('month', created_at) as date) as month_start, ticket_type, coalesce(category, '(none)') as category, count(*) as tickets
  from stg_tickets
  cross join ref_report
  where not is_complaint and ticket_type is not null and created_at < ref_report.month_end
  group by all
)

select month_of(month_start) as month, ticket_type, category, cast(tickets as integer) as tickets
from counted
