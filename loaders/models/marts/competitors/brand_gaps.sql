-- One row per period, item, question and rival: sums over the raters of us, of the rival, and of both.
with pairs as (
  select
    rivals.period,
    rivals.item,
    rivals.question,
    rivals.brand,
    cast(count(*) as integer) as shared_customers,
    cast(sum(own.n) as integer) as own_shared_n,
    cast(sum(own.total) as double) as own_shared_total,
    cast(sum(own.total * own.total) as double) as own_shared_total_sq,
    cast(sum(own.total * own.n) as double) as own_shared_total_n,
    cast(sum(own.n * own.n) as double) as own_shared_n_sq,
    cast(sum(rivals.n) as integer) as rival_shared_n,
    cast(sum(rivals.total) as double) as rival_shared_total,
    cast(sum(rivals.total * rivals.total) as double) as rival_shared_total_sq,
    cast(sum(rivals.total * rivals.n) as double) as rival_shared_total_n,
    cast(sum(rivals.n * rivals.n) as double) as rival_shared_n_sq,
    cast(sum(own.total * rivals.total) as double) as total_total,
    cast(sum(own.total * rivals.n) as double) as total_n,
    cast(sum(own.n * rivals.total) as double) as n_total,
    cast(sum(own.n * rivals.n) as double) as n_n
  from int_brand_raters as rivals
  inner join int_brand_raters as own
    on own.period = rivals.period
    and own.item = rivals.item
    and own.question = rivals.question
    and own.rater_id = rivals.rater_id
    and own.brand = ''
  where rivals.brand <> ''
  group by rivals.period, rivals.item, rivals.question, rivals.brand
)

select
  rivals.period,
  rivals.item,
  rivals.question,
  rivals.brand,
  ref_competitors.design,
  own.n as own_n,
  own.customers as own_customers,
  own.total as own_total,
  own.sum_total_sq as own_total_sq,
  own.sum_total_n as own_total_n,
  own.sum_n_sq as own_n_sq,
  rivals.n as rival_n,
  rivals.customers as rival_customers,
  rivals.total as rival_total,
  rivals.sum_total_sq as rival_total_sq,
  rivals.sum_total_n as rival_total_n,
  rivals.sum_n_sq as rival_n_sq,
  coalesce(pairs.shared_customers, 0) as shared_customers,
  pairs.* exclude (period, item, question, brand, shared_customers)
from brand_ratings as rivals
inner join brand_ratings as own
  on own.period = rivals.period and own.item = rivals.item and own.question = rivals.question and own.brand = ''
left join pairs
  on pairs.period = rivals.period
  and pairs.item = rivals.item
  and pairs.question = rivals.question
  and pairs.brand = rivals.brand
cross join ref_competitors
where rivals.brand <> ''
