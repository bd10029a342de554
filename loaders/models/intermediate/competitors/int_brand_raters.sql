-- One row per period, item, question, brand and rater; brands with fewer than 30 raters are one, "(others)".
with periods as (
  select 'window' as period, * from int_brand_answers where is_in_window
  union all
  select wave, * from int_brand_answers
),

bases as (
  select period, item, question, brand, count(distinct rater_id) as raters
  from periods
  group by period, item, question, brand
)

select
  periods.period,
  periods.item,
  periods.question,
  case when periods.brand <> '' and bases.raters < 30 then '(others)' else periods.brand end as brand,
  periods.rater_id,
  count(*) as n,
  cast(sum(periods.score) as decimal(18, 4)) as total
from periods
inner join bases
  on bases.period = periods.period
  and bases.item = periods.item
  and bases.question = periods.question
  and bases.brand = periods.brand
group by all
