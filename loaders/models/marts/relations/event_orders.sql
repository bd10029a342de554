-- One row per event, tier and whether they came: what customers spent in the 90 days before and after, and how the change varies.
select
  campaign,
  tier,
  has_come,
  cast(count(*) as integer) as customers,
  cast(sum(before_amount) as double) as before_amount,
  cast(sum(after_amount) as double) as after_amount,
  cast(sum((after_amount - before_amount) * (after_amount - before_amount)) as double) as change_sq
from int_event_orders
group by campaign, tier, has_come
