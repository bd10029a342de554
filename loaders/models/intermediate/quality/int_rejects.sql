-- One row per record or cell that was not taken as it came. (A view: the readers, the mapping and the scales wrote it.)
select source, entity, file, "row", "column", value, reason, severity, line
from rejects
