-- One row per tier and fifth of the value score: customers. A tier by one amount beside what customers are worth in all.
with scored as (
  select int_customer_scores.customer_id, int_customer_scores.score
  from int_customer_scores
  inner join ref_report on ref_report.month = int_customer_scores.month
)

select
  int_customers_tiered.tier,
  cast(least(floor(scored.score / 20), 4) as integer) as fifth,
  cast(count(*) as integer) as customers,
  cast(sum(scored.score) as double) as score_total
from scored
inner join int_customers_tiered on int_customers_tiered.customer_id = scored.customer_id
where int_customers_tiered.tier is not null
group by 1, 2
