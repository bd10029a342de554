-- One row per record or cell that was not taken as it came: by the readers, the mapping, or a check on its value.
select source, entity, file, "row", "column", value, reason, severity, line
from rejects
union all
select source, entity, file, "row", "column", value, reason, severity, line
from reject_scores_outside_scale
