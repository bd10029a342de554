-- Complaints by category must add up to the complaints of the month.
with parts as (
  select month, sum(complaints) as complaints
  from complaint_categories_by_month
  group by month
)

select complaints_by_month.month, complaints_by_month.complaints, parts.complaints as by_category
from complaints_by_month
left join parts on parts.month = complaints_by_month.month
where complaints_by_month.complaints <> coalesce(parts.complaints, 0)
