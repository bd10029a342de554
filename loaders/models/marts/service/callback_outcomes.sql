-- One row per outcome of a callback in the window; how many of them went to customers who do not want calls.
select
  coalesce(stg_callbacks.outcome, '') as outcome,
  cast(count(*) as integer) as callbacks,
  cast(count(*) filter (where coalesce(stg_customers.contact_preference, 'any') <> 'any') as integer) as unwanted
from stg_callbacks
cross join ref_report
left join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
left join stg_customers on stg_customers.customer_id = coalesce(stg_tickets.customer_id, stg_callbacks.customer_id)
where stg_callbacks.called_at is null
  or (stg_callbacks.called_at >= ref_report.window_start and stg_callbacks.called_at < ref_report.month_end)
group by coalesce(stg_callbacks.outcome, '')
