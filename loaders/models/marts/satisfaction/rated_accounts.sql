-- One row per tier, region, revenue and number of answers of each kind: the customers who rated us so in the window.
with raters as (
  select
    customer_key,
    count(*) as answers,
    count(*) filter (where is_satisfied) as satisfied,
    count(*) filter (where is_dissatisfied) as dissatisfied
  from int_overall_answers
  where customer_key is not null
  group by customer_key
),

alike as (
  select int_customer_profiles.profile_id, int_customer_profiles.revenue, raters.answers, raters.satisfied, raters.dissatisfied, count(*) as customers
  from raters
  inner join int_customer_profiles on int_customer_profiles.customer_key = raters.customer_key
  group by all
)

select
  coalesce(int_profiles.tier, 'unknown') as tier,
  coalesce(int_profiles.region, 'unknown') as region,
  cast(coalesce(alike.revenue, 0) as double) as revenue,
  cast(alike.answers as integer) as answers,
  cast(alike.satisfied as integer) as satisfied,
  cast(alike.dissatisfied as integer) as dissatisfied,
  cast(sum(alike.customers) as integer) as customers
from alike
inner join int_profiles on int_profiles.profile_id = alike.profile_id
group by 1, 2, 3, 4, 5, 6
