-- One row per metric, period and scored record that counts there. (A view: "window" and each month.)
select metric, month as period, is_compared, customer_key, stranger, profile_id, channel, agent, team, product, region, score, weight
from int_metric_scores
where month is not null
union all
select metric, 'window', true, customer_key, stranger, profile_id, channel, agent, team, product, region, score, weight
from int_metric_scores
where is_in_window
