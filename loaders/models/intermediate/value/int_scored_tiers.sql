-- One row per customer seen, where a score decides tiers: the tier of the last month end before the window, and of the last one as a customer.
with places as (
  select
    members.customer_id,
    max(int_tier_months.place) filter (where int_tier_months.month = strftime(ref_report.window_start - interval 1 day, '%Y-%m')) as start_place,
    max_by(int_tier_months.place, int_tier_months.month) as end_place
  from (select distinct customer_id from int_churn_ends where factor = 1) as members
  cross join ref_report
  inner join ref_tier_rule on ref_tier_rule.measure = 'score'
  left join int_tier_months on int_tier_months.customer_id = members.customer_id
  group by members.customer_id
)

select
  places.customer_id,
  -- Who came later had the lowest; what the records do not reach back to is not known.
  case when strftime(ref_report.window_start - interval 1 day, '%Y-%m') in (select month from int_tier_months) then starts.code end as start_tier,
  ends.code as end_tier
from places
cross join ref_report
inner join ref_tiers as starts on starts.place = coalesce(places.start_place, 0)
inner join ref_tiers as ends on ends.place = coalesce(places.end_place, 0)
