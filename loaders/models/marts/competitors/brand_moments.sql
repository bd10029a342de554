-- One row per block of raters, brand and item: what they gave us and the brand, by the design declared; "" is our own brand by itself.
with raters as (
  select rater_id, row_number() over (order by rater_id) % 400 as block
  from (select distinct rater_id from int_brand_rated) as known
),

brands as (
  select distinct brand from int_brand_rated where brand <> ''
),

sides as (
  select own.rater_id, brands.brand, own.item, own.n as own_n, own.total as own_total, rivals.n as rival_n, rivals.total as rival_total
  from int_brand_rated as own
  cross join brands
  left join int_brand_rated as rivals
    on rivals.rater_id = own.rater_id and rivals.item = own.item and rivals.brand = brands.brand
  where own.brand = ''
  union all
  select rivals.rater_id, rivals.brand, rivals.item, null, null, rivals.n, rivals.total
  from int_brand_rated as rivals
  left join int_brand_rated as own on own.rater_id = rivals.rater_id and own.item = rivals.item and own.brand = ''
  where rivals.brand <> '' and own.rater_id is null
  union all
  select rater_id, '', item, n, total, null, null
  from int_brand_rated
  where brand = ''
)

select
  cast(raters.block as integer) as block,
  sides.brand,
  sides.item,
  cast(coalesce(sum(sides.own_n), 0) as integer) as own_n,
  cast(coalesce(sum(sides.own_total), 0) as double) as own_total,
  cast(coalesce(sum(sides.rival_n), 0) as integer) as rival_n,
  cast(coalesce(sum(sides.rival_total), 0) as double) as rival_total
from sides
inner join raters on raters.rater_id = sides.rater_id
cross join ref_competitors
where sides.brand = ''
  or ref_competitors.design <> 'same_raters'
  or (sides.own_n is not null and sides.rival_n is not null)
group by raters.block, sides.brand, sides.item
