-- One row per metric, period, customer with several records there, and cut (all of them, or those of one channel, agent …). (A view: summed at once.)
-- A record without a customer is its own cluster and repeats nothing.
-- Segments are published for the months compared, and for CSAT for every month.
select metric, period, 62 as cut, cast(null as varchar) as member, max(profile_id) as profile_id, count(*) as n, cast(sum(score) as decimal(18, 4)) as total, sum(score * score) as sum_sq
from int_metric_periods
where customer_id is not null
group by metric, period, customer_id
having count(*) > 1
union all
select metric, period, 31, channel, null, count(*), cast(sum(score) as decimal(18, 4)), sum(score * score)
from int_metric_periods
where customer_id is not null and (is_compared or metric = 'csat') and channel is not null
group by metric, period, customer_id, channel
having count(*) > 1
union all
select metric, period, 47, agent, null, count(*), cast(sum(score) as decimal(18, 4)), sum(score * score)
from int_metric_periods
where customer_id is not null and (is_compared or metric = 'csat') and agent is not null
group by metric, period, customer_id, agent
having count(*) > 1
union all
select metric, period, 55, team, null, count(*), cast(sum(score) as decimal(18, 4)), sum(score * score)
from int_metric_periods
where customer_id is not null and (is_compared or metric = 'csat') and team is not null
group by metric, period, customer_id, team
having count(*) > 1
union all
select metric, period, 59, product, null, count(*), cast(sum(score) as decimal(18, 4)), sum(score * score)
from int_metric_periods
where customer_id is not null and (is_compared or metric = 'csat') and product is not null
group by metric, period, customer_id, product
having count(*) > 1
union all
select metric, period, 61, region, null, count(*), cast(sum(score) as decimal(18, 4)), sum(score * score)
from int_metric_periods
where customer_id is not null and (is_compared or metric = 'csat') and region is not null
group by metric, period, customer_id, region
having count(*) > 1
