-- One row per event and tier: who was invited, who came, and what was spent on them.
select
  stg_care_actions.campaign,
  coalesce(int_customers_tiered.tier, 'unknown') as tier,
  cast(count(*) as integer) as invited,
  cast(count(*) filter (where stg_care_actions.is_attended) as integer) as attended,
  cast(coalesce(sum(stg_care_actions.cost), 0) as double) as cost
from stg_care_actions
cross join ref_report
left join int_customers_tiered on int_customers_tiered.customer_id = stg_care_actions.customer_id
where stg_care_actions.kind = 'event'
  and stg_care_actions.campaign is not null
  and stg_care_actions.acted_date >= ref_report.first_date
  and stg_care_actions.acted_date < ref_report.month_end
group by stg_care_actions.campaign, coalesce(int_customers_tiered.tier, 'unknown')
