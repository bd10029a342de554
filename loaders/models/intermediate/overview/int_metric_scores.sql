-- One row per metric and scored record: its month, whether it lies in the window, whose it is, and what it was about. (A view: only of few metrics are records read one by one.)
with placed as (
  select
    score_places.metric as metric,
    int_score_records.customer_key,
    int_score_records.stranger,
    int_score_records.profile_id,
    ref_months.month,
    coalesce(ref_months.is_compared, false) as is_compared,
    int_score_records.is_in_window,
    int_score_records.channel,
    int_score_records.agent,
    int_score_records.team,
    int_score_records.product,
    int_score_records.region,
    case score_places.place when 1 then int_score_records.score_1 when 2 then int_score_records.score_2 else int_score_records.score_3 end as score,
    int_score_records.weight
  from int_score_records
  inner join score_places on score_places.family = int_score_records.family
  left join ref_months on ref_months.month_start = int_score_records.month_start
)

select *
from placed
where score is not null
