-- Jobs on site by region, by technician and by month must add up to all of them, and second visits to those listed.
with parts as (
  select dimension as part, sum(jobs) as jobs, sum(due) as due, sum(fixed) as fixed
  from site_jobs where period = 'all' and dimension <> 'all' group by dimension
),

totals as (
  select jobs, due, fixed from site_jobs where period = 'all' and dimension = 'all'
)

select parts.part, parts.jobs, totals.jobs as all_jobs
from parts cross join totals
where parts.jobs <> totals.jobs or parts.due <> totals.due or parts.fixed <> totals.fixed
union all
select 'listed', (select count(*) from second_visits_listed), due - fixed from totals
where due - fixed <> (select count(*) from second_visits_listed)
