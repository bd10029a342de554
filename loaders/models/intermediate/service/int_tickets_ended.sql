-- One row per ticket: when it ended, and whether it was still open then: solved or closed ends it, by one rule for every figure. (A view: a copy would cost more.)
select
  ticket_id,
  _source,
  coalesce(ticket_type, 'other') as ticket_type,
  created_at,
  coalesce(closed_at, solved_at) as ended_at,
  -- Closed on a day that nobody wrote down is closed; where tickets have a status, one that cannot be read is not open.
  coalesce(closed_at, solved_at) is null
    and (coalesce(status in ('open', 'in_progress', 'pending'), false) or (select count(status) from stg_tickets) = 0) as is_unfinished
from stg_tickets
