-- One row per dimension and member: care and gifts of the window, how many customers they reached, what they cost.
with acts as (
  select
    stg_care_actions.customer_id,
    coalesce(stg_care_actions.kind, 'other') as kind,
    coalesce(stg_care_actions.campaign, '(none)') as campaign,
    coalesce(int_customers_tiered.tier, 'unknown') as tier,
    stg_care_actions.is_attended,
    stg_care_actions.cost,
    stg_care_actions.budget
  from stg_care_actions
  cross join ref_report
  left join int_customers_tiered on int_customers_tiered.customer_id = stg_care_actions.customer_id
  where stg_care_actions.acted_date >= ref_report.window_start and stg_care_actions.acted_date < ref_report.month_end
)

select
  case
    when grouping(kind) = 0 then 'kind'
    when grouping(campaign) = 0 then 'campaign'
    when grouping(tier) = 0 then 'tier'
    else 'all'
  end as dimension,
  case
    when grouping(kind) = 0 then kind
    when grouping(campaign) = 0 then campaign
    when grouping(tier) = 0 then tier
    else 'all'
  end as member,
  cast(count(*) as integer) as acts,
  cast(count(distinct customer_id) as integer) as customers,
  cast(coalesce(sum(cost), 0) as double) as cost,
  cast(sum(budget) as double) as budget,
  cast(count(is_attended) as integer) as invited,
  cast(count(*) filter (where is_attended) as integer) as attended
from acts
group by grouping sets ((), (kind), (campaign), (tier))
having count(*) > 0
