-- One row per care action.
select *
from all_care_actions
