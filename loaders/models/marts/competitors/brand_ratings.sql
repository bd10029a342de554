-- One row per period, item, question and brand rated: sums over raters; "" is our own brand.
select
  period,
  item,
  question,
  brand,
  cast(sum(n) as integer) as n,
  cast(count(*) as integer) as customers,
  cast(sum(total) as double) as total,
  cast(sum(total * total) as double) as sum_total_sq,
  cast(sum(total * n) as double) as sum_total_n,
  cast(sum(n * n) as double) as sum_n_sq
from int_brand_raters
group by period, item, question, brand
