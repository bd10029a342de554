-- One row per action.
select *
from all_actions
