-- One row per path through the month ends, with the tier by the rule and the slackened thresholds reached at each; "-" where no customer.
with months as (
  select distinct month from int_tier_months
),

members as (
  select distinct customer_id from int_tier_months
),

steps as (
  select
    members.customer_id,
    months.month,
    case when int_tier_months.place is null then '-' else int_tier_months.place || '.' || int_tier_months.slack_place end as step
  from members
  cross join months
  left join int_tier_months on int_tier_months.customer_id = members.customer_id and int_tier_months.month = months.month
),

paths as (
  select customer_id, string_agg(step, ' ' order by month) as path
  from steps
  group by customer_id
)

select
  paths.path,
  (select string_agg(month, ' ' order by month) from months) as months,
  cast(count(*) as integer) as customers
from paths
group by paths.path
