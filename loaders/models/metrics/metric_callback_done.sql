-- One row per closed complaint whose customer may be called: called back within three working days, and reached, or not.
with reached as (
  select ticket_id, min(called_at) as called_at
  from stg_callbacks
  where outcome = 'reached'
  group by ticket_id
),

-- The end of the third working day; public holidays count as working days.
closed_complaints as (
  select
    *,
    cast(closed_at as date)
    + to_days(case when extract(isodow from closed_at) in (1, 2, 7) then 4 when extract(isodow from closed_at) = 6 then 5 else 6 end) as due_at
  from stg_tickets
  where is_complaint and closed_at is not null
)

select
  closed_complaints.ticket_id as record_id,
  cast(closed_complaints.closed_at as date) as occurred_date,
  closed_complaints.customer_id,
  closed_complaints.brand,
  closed_complaints.channel,
  closed_complaints.handler as agent,
  closed_complaints.team,
  closed_complaints.product,
  closed_complaints.region,
  case when reached.called_at < closed_complaints.due_at then 1 else 0 end as score
from closed_complaints
cross join ref_report
left join stg_customers on stg_customers.customer_id = closed_complaints.customer_id
left join reached on reached.ticket_id = closed_complaints.ticket_id
where closed_complaints.due_at <= ref_report.month_end
  and closed_complaints.due_at <= (select known_until from ref_horizons where entity = 'callbacks')
  and coalesce(stg_customers.contact_preference, 'any') = 'any'
  and (select count(*) from stg_callbacks) > 0
