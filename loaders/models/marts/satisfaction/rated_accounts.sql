-- One row per customer who rated us in the window: tier, region, revenue, and their answers.
select
  int_overall_answers.customer_id,
  coalesce(int_customers_tiered.tier, 'unknown') as tier,
  coalesce(stg_customers.region, 'unknown') as region,
  cast(coalesce(int_customers_tiered.revenue, 0) as double) as revenue,
  cast(count(*) as integer) as answers,
  cast(count(*) filter (where int_overall_answers.is_satisfied) as integer) as satisfied,
  cast(count(*) filter (where int_overall_answers.is_dissatisfied) as integer) as dissatisfied
from int_overall_answers
inner join stg_customers on stg_customers.customer_id = int_overall_answers.customer_id
left join int_customers_tiered on int_customers_tiered.customer_id = int_overall_answers.customer_id
group by
  int_overall_answers.customer_id,
  coalesce(int_customers_tiered.tier, 'unknown'),
  coalesce(stg_customers.region, 'unknown'),
  coalesce(int_customers_tiered.revenue, 0)
