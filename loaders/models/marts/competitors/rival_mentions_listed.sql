-- One row per record and rival named in it in the last three months: where to read it.
select
  int_rival_mentions.entity,
  int_rival_mentions.record_id,
  int_rival_mentions.brand,
  cast(int_rival_mentions.occurred_date as varchar) as occurred_date,
  int_rival_mentions.customer_id,
  int_rival_mentions.tier,
  int_rival_mentions.region,
  int_rival_mentions.offer,
  int_rival_mentions.words,
  int_rival_mentions.file,
  cast(int_rival_mentions.row_number as integer) as row
from int_rival_mentions
cross join ref_report
where int_rival_mentions.occurred_date >= cast(ref_report.month_start - interval 2 month as date)
qualify row_number() over (
  partition by int_rival_mentions.brand
  order by int_rival_mentions.occurred_date desc, int_rival_mentions.entity, int_rival_mentions.record_id
) <= 200
