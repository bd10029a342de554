-- One row per file of the report folder that nothing reads: an export without a mapping, labels of nothing.
select distinct kind, file
from ref_unread
