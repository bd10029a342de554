-- One row per month: care and gifts, and what they cost.
select
  ref_months.month,
  cast(count(stg_care_actions.care_id) as integer) as acts,
  cast(coalesce(sum(stg_care_actions.cost), 0) as double) as cost
from ref_months
left join stg_care_actions
  on stg_care_actions.acted_date >= ref_months.month_start and stg_care_actions.acted_date < ref_months.month_end
where exists (select 1 from stg_care_actions where acted_date is not null)
group by ref_months.month
