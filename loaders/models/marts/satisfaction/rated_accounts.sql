-- One row per tier, region, revenue and number of answers of each kind: the customers who rated us so in the window.
with raters as (
  select
    customer_id,
    count(*) as answers,
    count(*) filter (where is_satisfied) as satisfied,
    count(*) filter (where is_dissatisfied) as dissatisfied
  from int_overall_answers
  where customer_id is not null
  group by customer_id
)

select
  coalesce(int_customers_tiered.tier, 'unknown') as tier,
  coalesce(int_customers_tiered.region, 'unknown') as region,
  cast(coalesce(int_customers_tiered.revenue, 0) as double) as revenue,
  cast(raters.answers as integer) as answers,
  cast(raters.satisfied as integer) as satisfied,
  cast(raters.dissatisfied as integer) as dissatisfied,
  cast(count(*) as integer) as customers
from raters
inner join int_customers_tiered on int_customers_tiered.customer_id = raters.customer_id
group by all
