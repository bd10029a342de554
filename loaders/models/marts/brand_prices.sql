-- One row per brand with prices named by those who rated it in the window: sums over their answers.
with prices as (
  select response_id, brand, max(brand_price) as price
  from int_brand_answers
  where is_in_window and brand_price is not null
  group by response_id, brand
)

select
  brand,
  cast(count(*) as integer) as n,
  cast(sum(price) as double) as total,
  cast(sum(price * price) as double) as sum_sq
from prices
group by brand
