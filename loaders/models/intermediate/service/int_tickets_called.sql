-- One row per ticket that a call names. (Counted where the records are.) (Nothing without stg_tickets.)
select distinct ticket_id
from stg_calls
where ticket_id in (select ticket_id from stg_tickets)
