-- One row per tier (and "all"): what raters spent with us of what they say they spend on the category, and our rank.
with scores as (
  select
    response_id,
    max(customer_id) as customer_id,
    brand,
    avg(score) as score,
    max(category_spend) as category_spend,
    max(survey_date) as survey_date
  from int_brand_answers
  where is_in_window
  group by response_id, brand
),

-- Ties share the mean of their ranks.
ranked as (
  select
    response_id,
    customer_id,
    brand,
    category_spend,
    survey_date,
    rank() over (partition by response_id order by score desc)
      + (count(*) over (partition by response_id, score) - 1) / 2.0 as place,
    count(*) over (partition by response_id) as brands
  from scores
),

raters as (
  select
    ranked.customer_id,
    max(int_customers_tiered.tier) as tier,
    cast(max(int_customers_tiered.revenue) as decimal(18, 2)) as own_spend,
    -- Asked twice: the later answer stands.
    cast(max_by(ranked.category_spend, (coalesce(ranked.survey_date, date '1900-01-01'), ranked.response_id)) as decimal(18, 2)) as category_spend,
    -- Wallet Allocation Rule: (1 - rank / (N + 1)) * 2 / N, in millionths
    cast(avg(case when ranked.brands > 1 then (1 - ranked.place / (ranked.brands + 1)) * 2.0 / ranked.brands end) * 1000000 as bigint) as rule_millionths
  from ranked
  inner join int_customers_tiered on int_customers_tiered.customer_id = ranked.customer_id
  where ranked.brand = ''
  group by ranked.customer_id
),

members as (
  select 'all' as member, * from raters
  union all
  select tier, * from raters where tier is not null
)

select
  member,
  cast(count(*) filter (where category_spend > 0) as integer) as customers,
  cast(sum(own_spend) filter (where category_spend > 0) as double) as own_spend,
  cast(sum(category_spend) filter (where category_spend > 0) as double) as category_spend,
  cast(sum(own_spend * own_spend) filter (where category_spend > 0) as double) as own_sq,
  cast(sum(own_spend * category_spend) filter (where category_spend > 0) as double) as own_category,
  cast(sum(category_spend * category_spend) filter (where category_spend > 0) as double) as category_sq,
  cast(count(rule_millionths) as integer) as ranked_customers,
  cast(coalesce(sum(rule_millionths), 0) as double) / 1000000 as rule_total,
  cast(coalesce(sum(rule_millionths * rule_millionths), 0) as double) / 1000000000000 as rule_sq
from members
group by member
