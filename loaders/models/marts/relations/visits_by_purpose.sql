-- One row per purpose: visits planned in the window, those made, and what they took.
select
  coalesce(stg_visits.purpose, '(none)') as purpose,
  cast(count(*) as integer) as planned,
  cast(count(*) filter (where stg_visits.visited_date < cast(ref_report.month_end as date)) as integer) as made,
  cast(count(*) filter (where stg_visits.visited_date <= stg_visits.planned_date + 7 and stg_visits.visited_date < cast(ref_report.month_end as date)) as integer) as in_a_week,
  cast(sum(stg_visits.minutes) filter (where stg_visits.visited_date < cast(ref_report.month_end as date)) as double) as minutes,
  cast(sum(stg_visits.cost) filter (where stg_visits.visited_date < cast(ref_report.month_end as date)) as double) as cost
from stg_visits
cross join ref_report
where coalesce(stg_visits.planned_date, stg_visits.visited_date) >= ref_report.window_start
  and coalesce(stg_visits.planned_date, stg_visits.visited_date) < cast(ref_report.month_end as date)
group by coalesce(stg_visits.purpose, '(none)')
