-- One row per family, month (null: the window) and customers who are alike in profile, number and totals of their scores there.
-- Who has a number is grouped by it, anybody else by the id in the records: grouping by both takes two thirds longer.
with customers as (
  select family, month_start, 62 as cut, cast(null as varchar) as member, max(profile_id) as profile_id, count(score_1) as n_1, count(score_2) as n_2, count(score_3) as n_3, sum(score_1) as total_1, sum(score_2) as total_2, sum(score_3) as total_3
  from int_metric_spans
  where customer_key is not null
  group by family, month_start, customer_key
  union all
  select family, month_start, 62, null, null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where stranger is not null
  group by family, month_start, stranger
)

select family, month_start, cut, member, profile_id, n_1, n_2, n_3, total_1, total_2, total_3, count(*) as customers
from customers
group by all
