-- One row per family, month (null: the window), cut (those of one channel, agent …), member and customers who are alike in number and totals of their scores there.
-- Apart from int_metric_clusters, so that not all of it is held at once.
with customers as (
  select family, month_start, 31 as cut, cast(channel as varchar) as member, cast(null as integer) as profile_id, count(score_1) as n_1, count(score_2) as n_2, count(score_3) as n_3, sum(score_1) as total_1, sum(score_2) as total_2, sum(score_3) as total_3
  from int_metric_spans
  where customer_key is not null and is_cut and channel is not null
  group by family, month_start, customer_key, channel
  union all
  select family, month_start, 47, cast(agent as varchar), null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where customer_key is not null and is_cut and agent is not null
  group by family, month_start, customer_key, agent
  union all
  select family, month_start, 55, cast(team as varchar), null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where customer_key is not null and is_cut and team is not null
  group by family, month_start, customer_key, team
  union all
  select family, month_start, 59, cast(product as varchar), null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where customer_key is not null and is_cut and product is not null
  group by family, month_start, customer_key, product
  union all
  select family, month_start, 61, cast(region as varchar), null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where customer_key is not null and is_cut and region is not null
  group by family, month_start, customer_key, region
  union all
  select family, month_start, 31, cast(channel as varchar), null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where stranger is not null and is_cut and channel is not null
  group by family, month_start, stranger, channel
  union all
  select family, month_start, 47, cast(agent as varchar), null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where stranger is not null and is_cut and agent is not null
  group by family, month_start, stranger, agent
  union all
  select family, month_start, 55, cast(team as varchar), null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where stranger is not null and is_cut and team is not null
  group by family, month_start, stranger, team
  union all
  select family, month_start, 59, cast(product as varchar), null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where stranger is not null and is_cut and product is not null
  group by family, month_start, stranger, product
  union all
  select family, month_start, 61, cast(region as varchar), null, count(score_1), count(score_2), count(score_3), sum(score_1), sum(score_2), sum(score_3)
  from int_metric_spans
  where stranger is not null and is_cut and region is not null
  group by family, month_start, stranger, region
)

select family, month_start, cut, member, profile_id, n_1, n_2, n_3, total_1, total_2, total_3, count(*) as customers
from customers
group by all
