-- One row per control total: month, source, measure.
select *
from all_control_totals
