-- One row per customer who brought others: how many, and what those bring.
select
  stg_customers.referred_by as customer_id,
  coalesce(max(referrers.end_tier), 'unknown') as tier,
  cast(count(*) as integer) as referred,
  cast(sum(brought.revenue) as double) as yearly_amount
from stg_customers
cross join ref_report
left join int_customer_standing as referrers on referrers.customer_id = stg_customers.referred_by
left join int_customer_standing as brought on brought.customer_id = stg_customers.customer_id
where stg_customers.referred_by is not null and stg_customers.joined_date < ref_report.month_end and stg_customers.grade is null
group by stg_customers.referred_by
