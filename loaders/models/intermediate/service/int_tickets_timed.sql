-- One row per ticket and clock (first reply, resolution, closing) with the minutes so far; open tickets are not dropped.
with clocks as (
  select ticket_id, 'first_reply' as clock, first_replied_at as ended_at from stg_tickets
  union all
  select ticket_id, 'resolution', solved_at from stg_tickets
  union all
  select ticket_id, 'closing', closed_at from stg_tickets
),

-- A clock that no ticket of the report ever stops is not in the records.
known as (
  select clock from clocks where ended_at is not null group by clock
)

select
  stg_tickets.ticket_id,
  clocks.clock,
  stg_tickets.created_month as month,
  coalesce(stg_tickets.ticket_type, 'other') as ticket_type,
  stg_tickets.customer_id,
  stg_tickets.created_at >= ref_report.window_start as is_in_window,
  clocks.ended_at is not null and clocks.ended_at < ref_report.month_end as is_done,
  -- Open as far as its export knows.
  date_diff('second', stg_tickets.created_at, case when clocks.ended_at < ref_report.month_end then clocks.ended_at else least(ref_report.month_end, coalesce(ref_known.known_until, ref_report.month_end)) end) as seconds
from stg_tickets
inner join clocks on clocks.ticket_id = stg_tickets.ticket_id
inner join known on known.clock = clocks.clock
cross join ref_report
left join ref_known on ref_known.source = stg_tickets._source and ref_known.entity = 'tickets'
where stg_tickets.created_at < ref_report.month_end
  and (clocks.ended_at is null or clocks.ended_at >= stg_tickets.created_at)
