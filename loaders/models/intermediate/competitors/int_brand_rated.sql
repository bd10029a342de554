-- One row per rater of the window, brand and item rated; "(price)" is the price they name for it, "" our own brand.
with ratings as (
  select rater_id, brand, item, cast(sum(n) as integer) as n, sum(total) as total
  from int_brand_raters
  where period = 'window' and question = 'rating'
  group by rater_id, brand, item
),

brands as (
  select brand, count(distinct rater_id) as raters from ratings group by brand
),

prices as (
  select rater_id, response_id, brand, max(brand_price) as price
  from int_brand_answers
  where is_in_window and brand_price is not null
  group by rater_id, response_id, brand
)

select ratings.*
from ratings
inner join brands on brands.brand = ratings.brand
where brands.raters >= 30 and ratings.brand <> '(others)'
union all
select prices.rater_id, prices.brand, '(price)', cast(count(*) as integer), cast(sum(prices.price) as decimal(18, 4))
from prices
inner join brands on brands.brand = prices.brand
where brands.raters >= 30
group by prices.rater_id, prices.brand
