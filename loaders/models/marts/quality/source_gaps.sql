-- One row per file without a mapping, mapped table without a file, or expected system that sent nothing.
select distinct kind, source, entity, file
from ref_coverage
