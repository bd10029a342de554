-- One row per tier that the last edition published, the same counted again, and the tier now: customers present at either month end.
with recounted as (
  select int_tier_months.customer_id, ref_tiers.code as tier
  from int_tier_months
  inner join (select distinct month from ref_frozen_tiers) as edition on edition.month = int_tier_months.month
  inner join ref_tiers on ref_tiers.place = int_tier_months.place
),

now as (
  select int_tier_months.customer_id, ref_tiers.code as tier
  from int_tier_months
  inner join ref_report on ref_report.month = int_tier_months.month
  inner join ref_tiers on ref_tiers.place = int_tier_months.place
),

-- Who had left by then has a tier in the edition too, and moves no more.
members as (
  select
    coalesce(recounted.customer_id, now.customer_id) as customer_id,
    case when recounted.customer_id is null then '(new)' else coalesce(ref_frozen_tiers.tier, '(new)') end as frozen_tier,
    coalesce(recounted.tier, '(new)') as recounted_tier,
    coalesce(now.tier, '(lost)') as now_tier
  from recounted
  full join now on now.customer_id = recounted.customer_id
  left join ref_frozen_tiers on ref_frozen_tiers.customer_id = coalesce(recounted.customer_id, now.customer_id)
)

select
  edition.edition,
  edition.month,
  members.frozen_tier,
  members.recounted_tier,
  members.now_tier,
  cast(count(*) as integer) as customers
from members
cross join (select distinct edition, month from ref_frozen_tiers) as edition
where exists (select 1 from recounted)
group by all
