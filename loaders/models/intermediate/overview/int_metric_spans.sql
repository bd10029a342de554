-- One row per scored record of somebody we know of and span it counts in, its month (null: the window), and whether what falls in that span is cut by channel, agent … (A view: read once for each cut.)
select
  month_start,
  is_cut_by_month as is_cut,
  family, customer_key, stranger, profile_id, channel, agent, team, product, region, score_1, score_2, score_3
from int_score_records
where month_start is not null
union all
select
  cast(null as date),
  true,
  family, customer_key, stranger, profile_id, channel, agent, team, product, region, score_1, score_2, score_3
from int_score_records
where is_in_window
