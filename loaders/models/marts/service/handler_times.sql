-- One row per handler: tickets of the window, and the median time to solve those that were.
select
  stg_tickets.handler,
  coalesce(min(stg_tickets.team), '') as team,
  cast(count(distinct int_tickets_timed.ticket_id) as integer) as tickets,
  cast(count(*) filter (where int_tickets_timed.is_done) as integer) as done,
  cast(pct(case when int_tickets_timed.is_done then int_tickets_timed.seconds end, 0.5) as double) as median_seconds
from int_tickets_timed
inner join stg_tickets on stg_tickets.ticket_id = int_tickets_timed.ticket_id
where int_tickets_timed.clock = 'resolution' and int_tickets_timed.is_in_window and stg_tickets.handler is not null
group by stg_tickets.handler
