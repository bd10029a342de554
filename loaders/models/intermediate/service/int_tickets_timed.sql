-- One row per ticket and clock, with what most ask of int_ticket_clocks.
select clock, month_start, ticket_type, is_in_window, is_done, seconds, business_seconds
from int_ticket_clocks
