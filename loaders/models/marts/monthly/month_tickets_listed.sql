-- One row per complaint or request of the report month, the latest 500 of each.
select
  stg_tickets.ticket_id,
  cast(stg_tickets.created_date as varchar) as created_date,
  case when stg_tickets.is_complaint then 'complaint' else 'request' end as ticket_type,
  coalesce(stg_tickets.category, '(none)') as category,
  coalesce(stg_tickets.region, '') as region,
  coalesce(stg_tickets.product, '') as product,
  coalesce(stg_tickets.channel, '') as channel,
  coalesce(int_complaints.responsible, '') as responsible,
  coalesce(stg_tickets.status, '') as status,
  stg_tickets._file as file,
  cast(stg_tickets._row as integer) as row
from stg_tickets
cross join ref_report
left join int_complaints on int_complaints.ticket_id = stg_tickets.ticket_id
where stg_tickets.created_at >= ref_report.month_start
  and stg_tickets.created_at < ref_report.month_end
  and (int_complaints.ticket_id is not null or stg_tickets.ticket_type = 'request')
qualify row_number() over (partition by stg_tickets.is_complaint order by stg_tickets.created_at desc, stg_tickets.ticket_id) <= 500
