-- One row per control total: month, source, measure.
select
  * exclude (month),
  -- 2026-08, 2026/8, 202608 and 2026年8月 are the same month.
  case
    when regexp_matches(month, '^[0-9]{4}[^0-9]?[0-9]{1,2}')
    then regexp_extract(month, '^([0-9]{4})', 1) || '-' || lpad(regexp_extract(month, '^[0-9]{4}[^0-9]?([0-9]{1,2})', 1), 2, '0')
    else month
  end as month
from all_control_totals
