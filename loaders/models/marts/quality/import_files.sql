-- One row per file and canonical table.
select
  source, entity, file, coalesce(sheet, '') as sheet, format, encoding, bytes, sha256,
  rows_in, rows_kept, rows_rejected, rows_set_aside, records, notes_zh, notes_en
from ref_imports
