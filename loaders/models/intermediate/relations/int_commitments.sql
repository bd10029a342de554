-- One row per request of the window: promised until when, kept or not, who was entitled to it, what it cost.
select
  stg_tickets.ticket_id,
  stg_tickets.customer_id,
  coalesce(stg_tickets.category, '(none)') as category,
  coalesce(int_customers_tiered.tier, 'unknown') as tier,
  stg_tickets.created_date,
  stg_tickets.promised_at,
  coalesce(stg_tickets.solved_at, stg_tickets.closed_at) as done_at,
  stg_tickets.fee,
  stg_tickets.is_entitled,
  -- By the spend of the last 12 months, where a rule says how much it takes.
  int_customers_tiered.revenue >= ref_commitments.min_revenue as is_entitled_by_rule,
  case
    when stg_tickets.promised_at is null then 'unpromised'
    when coalesce(stg_tickets.solved_at, stg_tickets.closed_at) <= stg_tickets.promised_at then 'kept'
    when stg_tickets.promised_at >= known.known_until then 'open'
    else 'missed'
  end as outcome
from stg_tickets
cross join ref_report
cross join (select known_until from ref_horizons where entity = 'tickets') as known
left join int_customers_tiered on int_customers_tiered.customer_id = stg_tickets.customer_id
left join ref_commitments on coalesce(ref_commitments.category, coalesce(stg_tickets.category, '(none)')) = coalesce(stg_tickets.category, '(none)')
where stg_tickets.ticket_type = 'request'
  and stg_tickets.created_at >= ref_report.window_start
  and stg_tickets.created_at < ref_report.month_end
qualify row_number() over (partition by stg_tickets.ticket_id order by ref_commitments.category nulls last) = 1
