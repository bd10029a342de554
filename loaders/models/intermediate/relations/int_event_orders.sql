-- One row per event and customer of the classes invited: came or not, and spent in the 90 days before and after.
with held as (
  select campaign, min(acted_date) as held_date
  from stg_care_actions
  cross join ref_report
  where kind = 'event' and campaign is not null
  group by campaign, ref_report.month_end, ref_report.first_date
  having min(acted_date) + interval 90 day <= ref_report.month_end
    and min(acted_date) - interval 90 day >= ref_report.first_date
),

came as (
  select distinct campaign, customer_id from stg_care_actions where kind = 'event' and is_attended
),

classes as (
  select distinct came.campaign, int_customers_tiered.tier
  from came
  inner join int_customers_tiered on int_customers_tiered.customer_id = came.customer_id
),

-- Others of the same class, customers on that day as well.
members as (
  select
    held.campaign,
    held.held_date,
    int_customers_tiered.customer_id,
    int_customers_tiered.tier,
    came.customer_id is not null as has_come
  from held
  inner join classes on classes.campaign = held.campaign
  inner join int_customers_tiered on int_customers_tiered.tier = classes.tier
    and int_customers_tiered.active_from <= held.held_date - interval 90 day
    and (int_customers_tiered.active_to is null or int_customers_tiered.active_to >= held.held_date)
  left join came on came.campaign = held.campaign and came.customer_id = int_customers_tiered.customer_id
),

spent as (
  select
    members.campaign,
    members.customer_id,
    sum(stg_orders.amount) filter (where stg_orders.ordered_at < members.held_date) as before_amount,
    sum(stg_orders.amount) filter (where stg_orders.ordered_at >= members.held_date + interval 1 day) as after_amount
  from members
  inner join stg_orders on stg_orders.customer_id = members.customer_id
    and stg_orders.ordered_at >= members.held_date - interval 90 day
    and stg_orders.ordered_at < members.held_date + interval 91 day
  group by members.campaign, members.customer_id
)

select
  members.campaign,
  members.customer_id,
  members.tier,
  members.has_come,
  coalesce(spent.before_amount, 0) as before_amount,
  coalesce(spent.after_amount, 0) as after_amount
from members
left join spent on spent.campaign = members.campaign and spent.customer_id = members.customer_id
where exists (select 1 from stg_orders where ordered_at is not null)
