-- One row per dated note.
select *
from all_events
