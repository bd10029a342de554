-- One row per span and scored record of somebody who has several in it, or has no number: its month (null: the window), and whether what falls in that span is cut by channel, agent … (A view: read once for each cut.)
select
  records.month_start,
  records.is_cut_by_month as is_cut,
  records.family, records.customer_key, records.stranger, records.profile_id, records.channel, records.agent, records.team, records.product, records.region, records.score_1, records.score_2, records.score_3
from int_score_records as records
inner join int_metric_month_repeats as repeats on repeats.family = records.family and repeats.customer_key = records.customer_key and repeats.month_start = records.month_start
union all
select
  cast(null as date),
  true,
  records.family, records.customer_key, records.stranger, records.profile_id, records.channel, records.agent, records.team, records.product, records.region, records.score_1, records.score_2, records.score_3
from int_score_records as records
inner join int_metric_repeats as repeats on repeats.family = records.family and repeats.customer_key = records.customer_key
where records.is_in_window
union all
select month_start, is_cut_by_month, family, customer_key, stranger, profile_id, channel, agent, team, product, region, score_1, score_2, score_3
from int_score_records
where stranger is not null and month_start is not null
union all
select cast(null as date), true, family, customer_key, stranger, profile_id, channel, agent, team, product, region, score_1, score_2, score_3
from int_score_records
where stranger is not null and is_in_window
