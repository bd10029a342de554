-- One row per period, cause and brand gone to: how much better the rival is said to be on it, 0 to 10.
select
  period,
  coalesce(cause, 'unknown') as cause,
  destination as brand,
  cast(count(*) as integer) as n,
  cast(sum(rival_advantage_score) as double) as total,
  cast(sum(rival_advantage_score * rival_advantage_score) as double) as sum_sq
from int_churn_told
where rival_advantage_score is not null and destination <> 'unknown'
group by period, coalesce(cause, 'unknown'), destination
