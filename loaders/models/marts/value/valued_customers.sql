-- One row per customer among the hundred of most value: the amount and the points of each part, and the score they make.
with scored as (
  select int_customer_scores.customer_id, int_customer_scores.score
  from int_customer_scores
  inner join ref_report on ref_report.month = int_customer_scores.month
),

first as (
  select
    scored.customer_id,
    scored.score,
    row_number() over (order by scored.score desc, int_customers_tiered.revenue desc, scored.customer_id) as place
  from scored
  inner join int_customers_tiered on int_customers_tiered.customer_id = scored.customer_id
  qualify place <= 100
)

select
  first.customer_id,
  int_customer_values.part,
  cast(first.place as integer) as place,
  int_customers_tiered.tier,
  cast(first.score as double) as score,
  cast(int_customer_values.amount as double) as amount,
  cast(int_customer_values.weight as double) as weight,
  cast(int_customer_values.steps as integer) as steps,
  cast(int_customer_values.points as integer) as points
from first
cross join ref_report
inner join int_customer_values on int_customer_values.customer_id = first.customer_id and int_customer_values.month = ref_report.month
inner join int_customers_tiered on int_customers_tiered.customer_id = first.customer_id
