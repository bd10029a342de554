-- One row per rule of churn: whose leaving dates it counts, and whose it cannot. None where nothing is to be said of them.
with ordered as (
  select int_bought_lines.customer_id, max(cast(int_bought_lines.ordered_at as date)) as last_date
  from int_bought_lines
  cross join ref_report
  where int_bought_lines.customer_id is not null and int_bought_lines.ordered_at < ref_report.month_end
  group by int_bought_lines.customer_id
),

-- By the rule in force they are still there.
staying as (
  select customer_id
  from int_churn_ends
  where factor = 1
  group by customer_id
  having count(left_date) < count(*)
),

counted as (
  select
    count(*) as customers,
    count(stg_customers.left_date) as gone,
    count(*) filter (where stg_customers.joined_date is null and coalesce(stg_customers.left_date >= ref_churn.first_date, true)) as undated,
    count(*) filter (where stg_customers.left_date < stg_customers.joined_date) as impossible,
    count(*) filter (where stg_customers.left_date >= ref_report.month_end) as planned,
    count(*) filter (where stg_customers.left_date < ref_churn.known_until and ordered.last_date > stg_customers.left_date) as returned,
    count(*) filter (where staying.customer_id is not null
      and stg_customers.left_date >= ref_churn.first_date
      and stg_customers.left_date < ref_churn.known_until - to_days(cast(ref_churn.grace_days as integer))) as unlike
  from stg_customers
  cross join ref_churn
  cross join ref_report
  left join ordered on ordered.customer_id = stg_customers.customer_id
  left join staying on staying.customer_id = stg_customers.customer_id
)

select
  ref_churn.rule,
  ref_churn.has_base,
  ref_churn.first_date > ref_report.first_date as begins_late,
  cast(ref_churn.first_date as varchar) as first_date,
  cast(cast(ref_churn.known_until - interval 1 day as date) as varchar) as last_date,
  cast(counted.customers as integer) as customers,
  cast(counted.gone as integer) as gone,
  cast(counted.undated as integer) as undated,
  cast(counted.impossible as integer) as impossible,
  cast(counted.planned as integer) as planned,
  cast(counted.returned as integer) as returned,
  cast(counted.unlike as integer) as unlike
from counted
cross join ref_churn
cross join ref_report
where ref_churn.rule = 'left_date' or counted.unlike > 0 or (ref_churn.rule = 'stated' and counted.gone > 0)
