-- One row per day on which tickets were opened, in the months of the report.
select
  strftime(stg_tickets.created_date, '%Y-%m-%d') as day,
  cast(count(*) as integer) as tickets,
  cast(count(*) filter (where stg_tickets.is_complaint) as integer) as complaints
from stg_tickets
cross join ref_report
where stg_tickets.created_date >= ref_report.first_date and stg_tickets.created_at < ref_report.month_end
group by stg_tickets.created_date
