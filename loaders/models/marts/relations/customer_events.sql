-- One row per event for customers: as planned and as held, who came, what it cost, what went wrong and what was said.
with guests as (
  select
    campaign,
    min(acted_date) as held_date,
    count(*) as invited,
    count(is_attended) as told,
    count(*) filter (where is_attended) as attended,
    sum(cost) as cost,
    sum(budget) as budget
  from stg_care_actions
  cross join ref_report
  where kind = 'event' and campaign is not null and acted_date < ref_report.month_end
  group by campaign
)

select
  coalesce(stg_customer_events.event_id, guests.campaign) as event_id,
  coalesce(stg_customer_events.campaign, guests.campaign, stg_customer_events.event_id) as campaign,
  coalesce(stg_customer_events.kind, '') as kind,
  stg_customer_events.planned_date,
  case
    when coalesce(stg_customer_events.held_date, guests.held_date) < cast(ref_report.month_end as date)
      then coalesce(stg_customer_events.held_date, guests.held_date)
  end as held_date,
  stg_customer_events.has_plan,
  coalesce(stg_customer_events.owner, '') as owner,
  cast(stg_customer_events.guests_planned as integer) as guests_planned,
  cast(coalesce(guests.invited, 0) as integer) as invited,
  cast(case when guests.told > 0 then guests.attended end as integer) as attended,
  cast(coalesce(stg_customer_events.budget, guests.budget) as double) as budget,
  cast(case
    when stg_customer_events.event_id is null then guests.cost
    when stg_customer_events.held_date < cast(ref_report.month_end as date) then coalesce(stg_customer_events.cost, guests.cost)
  end as double) as cost,
  cast(stg_customer_events.incidents as integer) as incidents,
  cast(stg_customer_events.testimonials as integer) as testimonials
from stg_customer_events
full join guests on guests.campaign = stg_customer_events.campaign
cross join ref_report
where coalesce(stg_customer_events.planned_date, guests.held_date, stg_customer_events.held_date) is null
  or coalesce(stg_customer_events.held_date, guests.held_date, stg_customer_events.planned_date) >= ref_report.first_date
