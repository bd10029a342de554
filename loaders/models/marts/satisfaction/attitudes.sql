-- One row per tier, and "(all)", and attitude: customers and the revenue they bring.
select
  coalesce(tier, '(all)') as tier,
  attitude,
  cast(count(*) as integer) as customers,
  cast(sum(revenue) as double) as revenue
from int_attitudes
where tier is not null
group by grouping sets ((tier, attitude), (attitude))
