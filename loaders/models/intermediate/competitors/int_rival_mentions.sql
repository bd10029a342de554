-- One row per record and rival named in it, with the customer's region and tier. (Nothing without mentions.)
select
  mentions.entity,
  mentions.record_id,
  mentions.brand,
  mentions.file,
  mentions.row_number,
  mentions.customer_id,
  mentions.occurred_date,
  month_of(mentions.occurred_date) as month,
  coalesce(mentions.offer, 'other') as offer,
  mentions.words,
  coalesce(stg_customers.region, 'unknown') as region,
  coalesce(int_customers_tiered.tier, 'unknown') as tier
from mentions
cross join ref_report
left join stg_customers on stg_customers.customer_id = mentions.customer_id
left join int_customers_tiered on int_customers_tiered.customer_id = mentions.customer_id
where mentions.occurred_date is null or mentions.occurred_date < ref_report.month_end
