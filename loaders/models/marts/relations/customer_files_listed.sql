-- One row per customer card to be reviewed: not touched for a year, or lacking something.
select
  customer_id,
  owner,
  tier,
  standing,
  card_updated_date,
  cast(date_diff('month', card_updated_date, cast(ref_report.month_end as date)) as integer) as months_old,
  is_stale,
  lacks_contact,
  lacks_owner,
  lacks_region,
  lacks_type,
  lacks_date
from int_customer_files
cross join ref_report
where is_stale or not is_complete
