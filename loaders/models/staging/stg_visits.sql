-- One row per visit.
select *
from all_visits
