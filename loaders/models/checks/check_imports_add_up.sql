-- Rows of a file must be kept, rejected or set aside, each once.
select source, entity, file, rows_in, rows_kept, rows_rejected, rows_set_aside
from ref_imports
where rows_in <> rows_kept + rows_rejected + rows_set_aside
