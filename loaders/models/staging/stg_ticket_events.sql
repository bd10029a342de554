-- One row per event of a ticket.
select *
from all_ticket_events
