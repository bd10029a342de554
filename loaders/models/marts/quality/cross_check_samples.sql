-- One row per check and record that fails it: the first 10 of each check, by file and row.
select
  check_id,
  cast(row_number() over (partition by check_id order by file, "row", record_id) as integer) as sample,
  record_id,
  customer_id,
  coalesce(file, '') as file,
  cast(coalesce("row", 0) as integer) as "row",
  scrub(found) as found
from int_cross_check_hits
qualify row_number() over (partition by check_id order by file, "row", record_id) <= 10
